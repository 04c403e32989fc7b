package org.supplierscope.analysis.published;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.JsonSerde;
import org.supplierscope.ingest.published.Topic;

/// The topics that the analysis stage writes.
public final class AnalysisTopics {

    /// Insights, one for each article revision, keyed by article id. Written exactly once.
    public static final Topic<String, Insight> INSIGHTS = new Topic<>(
            "insights.v1",
            Serdes.String(),
            JsonSerde.of(Insight.class),
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(IngestTopics.MAX_RECORD_BYTES)));

    /// Shifts of course, keyed by the shift's id; a revocation has the key of what it takes back. Written
    /// exactly once.
    public static final Topic<String, StrategyShift> SHIFTS = new Topic<>(
            "shifts.v1",
            Serdes.String(),
            JsonSerde.of(StrategyShift.class),
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(IngestTopics.MAX_RECORD_BYTES)));

    /// Timelines, keyed by supplier, or by supplier and theme joined by `|`; the latest is the whole of it.
    public static final Topic<String, StrategyTimeline> STRATEGIES = new Topic<>(
            "strategies.v1",
            Serdes.String(),
            JsonSerde.of(StrategyTimeline.class),
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    Integer.toString(IngestTopics.MAX_RECORD_BYTES)));

    /// Articles to be read once more, as after a change of the catalogue: records of `articles.v1` as they stand there,
    /// in the same partitions, of which there are as many. Written at least once; an article that has got a newer
    /// revision in the meantime is passed over.
    public static final Topic<String, Article> ARTICLES_REREAD = new Topic<>(
            "articles-reread.v1",
            Serdes.String(),
            JsonSerde.of(Article.class),
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                            Long.toString(Duration.ofDays(7).toMillis()),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(IngestTopics.MAX_RECORD_BYTES)));

    /// Records of `articles.v1` that could not be read: the bytes as they came, with the headers of
    /// [org.supplierscope.ingest.published.DeadLetterHead].
    public static final Topic<byte[], byte[]> ARTICLES_DEAD = new Topic<>(
            "articles.v1.dead",
            Serdes.ByteArray(),
            Serdes.ByteArray(),
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG,
                            Long.toString(Duration.ofDays(90).toMillis()),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(IngestTopics.MAX_RECORD_BYTES)));

    /// Those that may have any number of partitions; [#ARTICLES_REREAD] has as many as `articles.v1`.
    public static final List<Topic<?, ?>> ALL = List.of(INSIGHTS, SHIFTS, STRATEGIES, ARTICLES_DEAD);

    private AnalysisTopics() {}
}
