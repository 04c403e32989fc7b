package org.supplierscope.analysis.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.supplierscope.analysis.likelihood.Training;

/// Learns from labelled articles what each trait of a pair counts, and examines what was learned.
///
/// The direction of the weights is learned from pairs: each with the articles of its event, and
/// with those of other events that are most like it, since they are what a story book has to
/// choose among. How sharp and how ready the book should be is chosen by the stories that it then
/// makes.
public final class StorySchool {

    /// How many articles of other events an article is paired with: as many as [StoryBook] looks
    /// at stories.
    private static final int RIVALS = 10;
    /// liblinear's C, as for the other small models; 10 was as good on articles left out.
    private static final double COST = 1;

    private static final List<Double> SOFTNESS = List.of(0.5, 0.7, 1.0);
    private static final double LEAST_SHIFT = -0.5;
    private static final double SHIFT_STEP = 0.25;
    private static final int SHIFTS = 11;
    /// In so many orders of arrival the stories are made by which sharpness and readiness are
    /// chosen.
    private static final int ORDERS = 3;

    private static final EventWeights UNLEARNED =
            new EventWeights("none", new double[EventWeights.Trait.values().length]);

    /// A labelled article as the book sees it, with its day and without.
    private record Pupil(String family, String event, String language, Fingerprint dated, Fingerprint undated) {

        static Pupil of(LabelledArticle article) {
            return new Pupil(
                    article.family(),
                    article.event(),
                    article.language().split("-", 2)[0],
                    Fingerprint.of(article.title(), article.text(), article.time()),
                    Fingerprint.of(article.title(), article.text(), null));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on once
    private record Pair(double[] traits, boolean same) {}

    /// What was learned, and how good it is for families of events that were left out.
    ///
    /// @param weights learned from all articles
    /// @param exams BCubed of the articles that were left out, by language and `all`, with their
    /// days and without
    public record Taught(EventWeights weights, Map<String, String> exams) {}

    /// Learns.
    ///
    /// @param name of the weights
    /// @param folds in how many parts the families are split for the examination; at least 2
    public Taught teach(String name, List<LabelledArticle> articles, int folds) {
        Map<String, Integer> fold = new LinkedHashMap<>();
        for (LabelledArticle article : articles) {
            fold.putIfAbsent(article.family(), fold.size() % folds);
        }
        Map<String, List<List<String>>> places = new TreeMap<>();
        for (int out = 0; out < folds; out++) {
            int without = out;
            EventWeights weights = learn(
                    name,
                    articles.stream()
                            .filter(each -> fold.getOrDefault(each.family(), 0) != without)
                            .toList());
            Set<String> left = fold.entrySet().stream()
                    .filter(each -> each.getValue() == without)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toCollection(TreeSet::new));
            examine(weights, articles, left, out + ":", places);
        }
        Map<String, String> exams = new TreeMap<>();
        places.forEach((what, told) -> exams.put(
                what,
                BCubed.of(told.getFirst(), told.getLast()) + ", articles "
                        + told.getFirst().size()));
        return new Taught(learn(name, articles), exams);
    }

    /// All articles pass through the book, those of the families that were left out are marked.
    ///
    /// @param fold keeps the stories of two books apart
    private static void examine(
            EventWeights weights,
            List<LabelledArticle> articles,
            Set<String> left,
            String fold,
            Map<String, List<List<String>>> places) {
        List<Pupil> pupils = articles.stream().map(Pupil::of).toList();
        for (boolean dated : new boolean[] {true, false}) {
            List<String> stories = stories(weights, pupils, dated);
            for (int i = 0; i < pupils.size(); i++) {
                Pupil pupil = pupils.get(i);
                if (left.contains(pupil.family())) {
                    for (String what : List.of(pupil.language(), "all")) {
                        List<List<String>> told = places.computeIfAbsent(
                                what + (dated ? " with days" : " without days"),
                                _ -> List.of(new ArrayList<>(), new ArrayList<>()));
                        told.getFirst().add(pupil.event());
                        told.getLast().add(fold + stories.get(i));
                    }
                }
            }
        }
    }

    /// Learns without an examination.
    public EventWeights learn(String name, List<LabelledArticle> articles) {
        List<Pupil> pupils = articles.stream().map(Pupil::of).toList();
        List<Pair> pairs = new ArrayList<>(pairs(pupils));
        pairs.addAll(pairs(joined(articles).stream().map(Pupil::of).toList()));
        double[] learned = Training.logistic(
                pairs.stream().map(Pair::traits).toList(),
                pairs.stream().map(Pair::same).toList(),
                COST);
        var weights = new EventWeights(name, learned);
        EventWeights best = weights;
        double most = 0;
        for (double softness : SOFTNESS) {
            for (int step = 0; step < SHIFTS; step++) {
                EventWeights moved = weights.moved(softness, LEAST_SHIFT + step * SHIFT_STEP);
                double mark = mark(moved, pupils);
                if (mark > most) {
                    most = mark;
                    best = moved;
                }
            }
        }
        return EventWeights.of(best.lines());
    }

    /// Mean F1 of the stories in some orders of arrival, with days and without.
    private static double mark(EventWeights weights, List<Pupil> pupils) {
        double sum = 0;
        for (int order = 0; order < ORDERS; order++) {
            List<Pupil> arriving = new ArrayList<>(pupils);
            Collections.shuffle(arriving, new Random(order));
            List<String> events = arriving.stream().map(Pupil::event).toList();
            for (boolean dated : new boolean[] {true, false}) {
                sum += BCubed.of(events, stories(weights, arriving, dated)).f1();
            }
        }
        return sum / (2 * ORDERS);
    }

    private static List<String> stories(EventWeights weights, List<Pupil> arriving, boolean dated) {
        var book = new StoryBook(StoryMemory.ofOneRun(), weights);
        return IntStream.range(0, arriving.size())
                .mapToObj(i -> {
                    Pupil pupil = arriving.get(i);
                    return book.place("a" + i, dated ? pupil.dated() : pupil.undated())
                            .story();
                })
                .toList();
    }

    /// Two halves of an event's articles, each as one text: longer reports, which share more by
    /// chance.
    private static List<LabelledArticle> joined(List<LabelledArticle> articles) {
        Map<String, List<LabelledArticle>> byEvent = new LinkedHashMap<>();
        articles.forEach(each ->
                byEvent.computeIfAbsent(each.event(), _ -> new ArrayList<>()).add(each));
        List<LabelledArticle> joined = new ArrayList<>();
        var random = new Random(1);
        for (List<LabelledArticle> event : byEvent.values()) {
            if (event.size() > 2) {
                Collections.shuffle(event, random);
                joined.add(join(event.subList(0, event.size() / 2)));
                joined.add(join(event.subList(event.size() / 2, event.size())));
            }
        }
        return joined;
    }

    private static LabelledArticle join(List<LabelledArticle> parts) {
        LabelledArticle first = parts.getFirst();
        String more = parts.stream()
                .skip(1)
                .map(each -> "\n" + each.title() + ".\n" + each.text())
                .collect(Collectors.joining());
        return new LabelledArticle(
                first.family(), first.event(), first.language(), first.day(), first.title(), first.text() + more);
    }

    /// Each pair of one event once, and each article with its likest of other events; all with
    /// the days between them and without.
    private static List<Pair> pairs(List<Pupil> pupils) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < pupils.size(); i++) {
            Pupil one = pupils.get(i);
            var sameEvent = new SameEvent(UNLEARNED, one.dated().gist());
            List<Pair> rivals = new ArrayList<>();
            for (int j = 0; j < pupils.size(); j++) {
                Pupil other = pupils.get(j);
                boolean same = one.event().equals(other.event());
                if (j == i || same && j < i) {
                    continue;
                }
                for (double days : new double[] {one.dated().daysApart(other.dated()), 0}) {
                    double[] traits = sameEvent.traits(other.dated().gist(), days);
                    if (traits.length > 0) {
                        (same ? pairs : rivals).add(new Pair(traits, same));
                    }
                }
            }
            rivals.sort(Comparator.comparingDouble(pair -> -EventWeights.likeness(pair.traits())));
            pairs.addAll(rivals.subList(0, Math.min(2 * RIVALS, rivals.size())));
        }
        return pairs;
    }
}
