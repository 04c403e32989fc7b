package org.supplierscope.analysis;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.supplierscope.analysis.CourseFollowing.Moved;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.analysis.story.StoryRecords;
import org.supplierscope.analysis.story.StoryRecords.Asked;
import org.supplierscope.analysis.story.StoryRecords.Assigned;
import org.supplierscope.analysis.strategy.Report;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.JsonSerde;

/// The whole graph:
///
/// ```
/// articles.v1, articles-reread.v1 ─► read-articles ─► (ask-for-place: 1 partition) ─► assign-story ─► (place-assigned)
/// ─► publish
/// ─► insights.v1
///                     │  drafts ◄──────────────────────────────────────────────────────────────────────┤
///                     └─► articles.v1.dead                                                             ▼
///           shifts.v1, strategies.v1 ◄─ follow-courses ◄─ (reports-by-subject) ◄─ tell-reports ◄─ insights
/// ```
///
/// Reading is shared by all instances; only the small question for the story passes through the one ordered
/// task. A
/// draft waits in the store that reading and publishing share, so both must see the same partition of an
/// article: the
/// answers go through a topic with as many partitions as `articles.v1`, by the same key.
final class AnalysisTopology {

    static final String DRAFTS = "drafts";
    static final String STORY_ARTICLES = "story-articles";
    static final String STORY_LEADS = "story-hashes";
    static final String STORY_TERMS = "story-terms";
    static final String STORIES = "stories";
    static final String REVISIONS = "revisions";
    static final String TOLD_SUBJECTS = "told-subjects";
    static final String REPORTS = "reports";
    static final String KNOWN_SHIFTS = "known-shifts";

    private AnalysisTopology() {}

    /// @param reader decides suppliers and stance; asked for at each article, since the catalogue may change
    /// @param articlePartitions how many partitions `articles.v1` and `articles-reread.v1` have
    static Topology of(Supplier<StanceReader> reader, int articlePartitions) {
        var builder = new StreamsBuilder();
        builder.addStateStore(store(DRAFTS, Serdes.String(), JsonSerde.of(Draft.class)));
        builder.addStateStore(store(REVISIONS, Serdes.String(), Serdes.Integer()));
        builder.addStateStore(store(STORY_ARTICLES, Serdes.String(), StoryRecords.page()));
        builder.addStateStore(store(STORY_LEADS, Serdes.Long(), Serdes.String()));
        builder.addStateStore(store(STORY_TERMS, Serdes.Integer(), StoryRecords.ids()));
        builder.addStateStore(store(STORIES, Serdes.String(), StoryRecords.telling()));

        Map<String, KStream<String, ArticleReading.Outcome>> read = builder.stream(
                        List.of(IngestTopics.ARTICLES.name(), AnalysisTopics.ARTICLES_REREAD.name()),
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("articles"))
                .process(() -> new ArticleReading(reader), Named.as("read-articles"), DRAFTS, REVISIONS)
                .split(Named.as("outcome-"))
                .branch((id, outcome) -> outcome instanceof ArticleReading.Outcome.Dead, Branched.as("dead"))
                .branch((id, outcome) -> outcome instanceof ArticleReading.Outcome.Gone, Branched.as("gone"))
                .defaultBranch(Branched.as("read"));

        branch(read, "outcome-dead")
                .map((id, outcome) -> letter((ArticleReading.Outcome.Dead) outcome), Named.as("dead-bytes"))
                .to(
                        AnalysisTopics.ARTICLES_DEAD.name(),
                        Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("dead-letters"));

        KStream<String, Insight> gone =
                branch(read, "outcome-gone").mapValues(outcome -> (Insight) null, Named.as("no-insight"));
        KStream<String, Insight> published = branch(read, "outcome-read")
                .mapValues(outcome -> ((ArticleReading.Outcome.Read) outcome).asked(), Named.as("question"))
                .repartition(Repartitioned.<String, Asked>as("ask-for-place")
                        .withNumberOfPartitions(1)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(StoryRecords.asked()))
                .process(
                        StoryAssignment::new,
                        Named.as("assign-story"),
                        STORY_ARTICLES,
                        STORY_LEADS,
                        STORY_TERMS,
                        STORIES)
                .repartition(Repartitioned.<String, Assigned>as("place-assigned")
                        .withNumberOfPartitions(articlePartitions)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(StoryRecords.assigned()))
                .process(InsightPublication::new, Named.as("publish"), DRAFTS);
        KStream<String, Insight> insights = published.merge(gone, Named.as("every-insight"));
        insights.to(
                AnalysisTopics.INSIGHTS.name(),
                Produced.with(AnalysisTopics.INSIGHTS.key(), AnalysisTopics.INSIGHTS.value())
                        .withName("insights"));
        followCourses(builder, insights, articlePartitions);
        return builder.build();
    }

    private static void followCourses(StreamsBuilder builder, KStream<String, Insight> insights, int partitions) {
        builder.addStateStore(store(TOLD_SUBJECTS, Serdes.String(), JsonSerde.of(ToldSubjects.class)));
        builder.addStateStore(store(REPORTS, Serdes.String(), JsonSerde.of(Report.class)));
        builder.addStateStore(store(KNOWN_SHIFTS, Serdes.String(), JsonSerde.of(KnownShifts.class)));

        Map<String, KStream<String, Moved>> moved = insights.process(
                        ReportTelling::new, Named.as("tell-reports"), TOLD_SUBJECTS)
                .repartition(Repartitioned.<String, Telling>as("reports-by-subject")
                        .withNumberOfPartitions(partitions)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(JsonSerde.of(Telling.class)))
                .process(CourseFollowing::new, Named.as("follow-courses"), REPORTS, KNOWN_SHIFTS)
                .split(Named.as("moved-"))
                .branch((key, what) -> what instanceof Moved.Shifted, Branched.as("shift"))
                .defaultBranch(Branched.as("timeline"));

        branch(moved, "moved-shift")
                .mapValues(what -> ((Moved.Shifted) what).shift(), Named.as("shift"))
                .to(
                        AnalysisTopics.SHIFTS.name(),
                        Produced.with(AnalysisTopics.SHIFTS.key(), AnalysisTopics.SHIFTS.value())
                                .withName("shifts"));
        branch(moved, "moved-timeline")
                .mapValues(what -> ((Moved.Drawn) what).timeline(), Named.as("timeline"))
                .to(
                        AnalysisTopics.STRATEGIES.name(),
                        Produced.with(AnalysisTopics.STRATEGIES.key(), AnalysisTopics.STRATEGIES.value())
                                .withName("strategies"));
    }

    private static KeyValue<byte[], byte[]> letter(ArticleReading.Outcome.Dead dead) {
        return KeyValue.pair(dead.key(), dead.value());
    }

    private static <T> KStream<String, T> branch(Map<String, KStream<String, T>> branches, String name) {
        return Objects.requireNonNull(branches.get(name), name);
    }

    private static <K, V> StoreBuilder<?> store(String name, Serde<K> key, Serde<V> value) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), key, value);
    }
}
