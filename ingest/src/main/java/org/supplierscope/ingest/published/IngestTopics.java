package org.supplierscope.ingest.published;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;

/// The topics that the ingest stage writes.
public final class IngestTopics {

    /// The largest record on any topic, in bytes: a page of 8 MiB with its headers. Every limit on the way
    /// (producer,
    /// broker, topic, consumer) admits it.
    public static final int MAX_RECORD_BYTES = 9 * 1024 * 1024;

    /// Fetched responses, bytes and headers, as WARC records; keyed by the address asked for. Written at least
    /// once.
    public static final Topic<String, byte[]> PAGES = new Topic<>(
            "pages.v1",
            Serdes.String(),
            Serdes.ByteArray(),
            Map.of(
                    TopicConfig.RETENTION_MS_CONFIG, millis(Duration.ofDays(14)),
                    TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(5L * 1024 * 1024 * 1024),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES)));

    /// Pages of the past, from archives or to be extracted anew, in the form of [#PAGES]: a topic of their own,
    /// so that five years of them do not hold up the news of today. Few are unread at any time, since who
    /// writes waits for who reads; the rest is kept no longer than pages are.
    public static final Topic<String, byte[]> PAGES_BACKFILL =
            new Topic<>("pages-backfill.v1", Serdes.String(), Serdes.ByteArray(), PAGES.settings());

    /// Articles, a record for each revision, keyed by article id. Written once for each id and fingerprint.
    public static final Topic<String, Article> ARTICLES =
            new Topic<>("articles.v1", Serdes.String(), JsonSerde.of(Article.class), compacted());

    /// The latest state of each source, keyed by source id.
    public static final Topic<String, SourceStatus> SOURCES =
            new Topic<>("sources.v1", Serdes.String(), JsonSerde.of(SourceStatus.class), compacted());

    /// Pages that could not be turned into articles: the bytes as they came, with the headers of
    /// [DeadLetterHead].
    public static final Topic<String, byte[]> PAGES_DEAD =
            new Topic<>("pages.v1.dead", Serdes.String(), Serdes.ByteArray(), kept(90));

    /// What is wanted of sources, keyed by source id. Written at least once.
    public static final Topic<String, SourceCommand> SOURCE_COMMANDS =
            new Topic<>("source-commands.v1", Serdes.String(), JsonSerde.of(SourceCommand.class), kept(7));

    /// Commands that could not be followed: the bytes as they came, with the headers of [DeadLetterHead].
    public static final Topic<String, byte[]> SOURCE_COMMANDS_DEAD =
            new Topic<>("source-commands.v1.dead", Serdes.String(), Serdes.ByteArray(), kept(90));

    /// All of them.
    public static final List<Topic<?, ?>> ALL =
            List.of(PAGES, PAGES_BACKFILL, ARTICLES, SOURCES, PAGES_DEAD, SOURCE_COMMANDS, SOURCE_COMMANDS_DEAD);

    private IngestTopics() {}

    private static Map<String, String> kept(int days) {
        return Map.of(
                TopicConfig.RETENTION_MS_CONFIG, millis(Duration.ofDays(days)),
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
    }

    private static Map<String, String> compacted() {
        return Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG,
                TopicConfig.CLEANUP_POLICY_COMPACT,
                TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(MAX_RECORD_BYTES));
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
