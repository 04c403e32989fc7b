package org.supplierscope.deploy.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.ingest.published.IngestTopics;
import org.supplierscope.ingest.published.Topic;

/// A topic of dead letters.
///
/// @param name ends in `.dead`
/// @param origins names of the topics that its letters are about
public record LetterTopic(String name, List<String> origins) {

    private static final String ENDING = ".dead";

    /// Topics whose unreadable records go to the letters of another.
    private static final Map<String, String> ALSO =
            Map.of(IngestTopics.PAGES.name(), IngestTopics.PAGES_BACKFILL.name());

    /// All of them.
    public static final List<LetterTopic> ALL = all();

    /// Copies the origins.
    public LetterTopic {
        origins = List.copyOf(origins);
    }

    /// The one with this name, or the one whose letters are about the topic of this name.
    ///
    /// @return empty when there is none
    public static Optional<LetterTopic> of(String name) {
        return ALL.stream()
                .filter(topic -> topic.name().equals(name) || topic.origins().contains(name))
                .findFirst();
    }

    /// Whether only the latest record of a key counts on a topic.
    static boolean latestCounts(String origin) {
        return topics().stream()
                .anyMatch(topic -> topic.name().equals(origin)
                        && TopicConfig.CLEANUP_POLICY_COMPACT.equals(
                                topic.settings().get(TopicConfig.CLEANUP_POLICY_CONFIG)));
    }

    private static List<LetterTopic> all() {
        return topics().stream()
                .filter(Topic::dead)
                .map(Topic::name)
                .map(name -> {
                    String origin = name.substring(0, name.length() - ENDING.length());
                    String also = ALSO.get(origin);
                    return new LetterTopic(name, also == null ? List.of(origin) : List.of(origin, also));
                })
                .toList();
    }

    private static List<Topic<?, ?>> topics() {
        List<Topic<?, ?>> topics = new ArrayList<>(IngestTopics.ALL);
        topics.addAll(AnalysisTopics.ALL);
        return topics;
    }
}
