package org.supplierscope.analysis.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How well articles were put into stories (Bagga and Baldwin, 1998): of those in an article's
/// story, the share that tell its event; of those that tell its event, the share in its story;
/// means over the articles.
///
/// @param precision from 0 to 1
/// @param recall from 0 to 1
record BCubed(double precision, double recall) {

    /// @param events of the articles
    /// @param stories of the same articles, in the same order
    static BCubed of(List<String> events, List<String> stories) {
        Map<String, Set<Integer>> byEvent = new HashMap<>();
        Map<String, Set<Integer>> byStory = new HashMap<>();
        for (int i = 0; i < events.size(); i++) {
            byEvent.computeIfAbsent(events.get(i), _ -> new HashSet<>()).add(i);
            byStory.computeIfAbsent(stories.get(i), _ -> new HashSet<>()).add(i);
        }
        double precision = 0;
        double recall = 0;
        for (int i = 0; i < events.size(); i++) {
            Set<Integer> event = byEvent.getOrDefault(events.get(i), Set.of());
            Set<Integer> story = byStory.getOrDefault(stories.get(i), Set.of());
            long both = event.stream().filter(story::contains).count();
            precision += (double) both / story.size();
            recall += (double) both / event.size();
        }
        return new BCubed(precision / events.size(), recall / events.size());
    }

    /// Harmonic mean of the two.
    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "precision %.3f recall %.3f F1 %.3f", precision, recall, f1());
    }
}
