package org.supplierscope.search.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.search.ExampleInsight;
import org.supplierscope.search.query.SearchRequest.Order;

/// Random requests of random articles, against a reading of each article one by one.
class BruteForceTest {

    /// No word is a form or the beginning of another, so that looking one up needs no analysis.
    private static final List<String> WORDS =
            List.of("lens", "price", "wafer", "quartz", "molded", "robot", "大立光", "玉晶", "vx-7");

    private static final List<String> SUPPLIERS = List.of("amber", "birch", "cedar-optics");
    private static final List<String> SOURCES = List.of("north", "south");

    private record Asked(String query, Predicate<Insight> matches) {}

    private static <T> T any(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static ExampleInsight article(int number, Random random) {
        var title = new ArrayList<String>();
        var text = new ArrayList<String>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            title.add(any(random, WORDS));
        }
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.add(any(random, WORDS));
        }
        String source = any(random, SOURCES);
        var article = ExampleInsight.of(number)
                .title(String.join(", ", title))
                .text(String.join(". ", text))
                .source(source, source)
                .language(random.nextBoolean() ? "en" : "zh-Hant")
                .story(ExampleInsight.id(1 + random.nextInt(number)))
                .published(
                        "20%02d-0%d-1%d".formatted(10 + random.nextInt(9), 1 + random.nextInt(9), random.nextInt(9)));
        for (String supplier : SUPPLIERS) {
            if (random.nextInt(3) == 0) {
                article.supplier(supplier, supplier + " inc", any(random, List.of(Stance.values())));
            }
        }
        if (random.nextInt(4) == 0) {
            article.group("some makers", any(random, List.of(Stance.PRECISION, Stance.BREADTH, Stance.MIXED)));
        }
        return article;
    }

    private static Asked leaf(Random random) {
        String word = any(random, WORDS);
        String supplier = any(random, SUPPLIERS);
        String source = any(random, SOURCES);
        Stance stance = any(random, List.of(Stance.values()));
        int year = 2010 + random.nextInt(9);
        return switch (random.nextInt(8)) {
            case 0 -> new Asked("title:" + word, a -> a.article().title().contains(word));
            case 1 -> new Asked("supplier:" + supplier, a -> names(a, supplier));
            case 2 -> new Asked("source:" + source, a -> a.article().sourceId().equals(source));
            case 3 -> new Asked("stance:" + stance, a -> stances(a).contains(stance));
            case 4 ->
                new Asked(
                        "published:" + year,
                        a -> Objects.requireNonNull(a.article().published()).startsWith(year + "-"));
            case 5 ->
                new Asked(
                        "published:" + year + "..",
                        a -> Objects.requireNonNull(a.article().published()).compareTo(year + "-") >= 0);
            case 6 -> new Asked("language:zh", a -> "zh-Hant".equals(a.article().language()));
            default ->
                new Asked(word, a -> (a.article().title() + "\n" + a.article().text()).contains(word));
        };
    }

    private static Asked asked(Random random, int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return leaf(random);
        }
        Asked one = asked(random, depth - 1);
        Asked other = asked(random, depth - 1);
        return switch (random.nextInt(4)) {
            case 0 ->
                new Asked(
                        "(" + one.query() + " " + other.query() + ")",
                        one.matches().and(other.matches()));
            case 1 ->
                new Asked(
                        "(" + one.query() + " OR " + other.query() + ")",
                        one.matches().or(other.matches()));
            case 2 -> new Asked("NOT " + one.query(), one.matches().negate());
            default ->
                new Asked(
                        "(" + one.query() + " AND -" + other.query() + ")",
                        one.matches().and(other.matches().negate()));
        };
    }

    private static boolean names(Insight insight, String supplier) {
        return insight.suppliers().stream().anyMatch(told -> told.supplier().equals(supplier));
    }

    private static Set<Stance> stances(Insight insight) {
        var stances = new TreeSet<Stance>();
        insight.suppliers().stream().map(SupplierStance::stance).forEach(stances::add);
        insight.groups().stream().map(GroupStance::stance).forEach(stances::add);
        return stances;
    }

    private static boolean passes(Insight insight, @Nullable String supplier, @Nullable Stance stance) {
        if (supplier == null) {
            return stance == null || stances(insight).contains(stance);
        }
        return insight.suppliers().stream()
                .anyMatch(told -> told.supplier().equals(supplier) && (stance == null || told.stance() == stance));
    }

    @Test
    void findsAndCountsExactlyWhatReadingEachArticleFinds(@TempDir Path folder) throws IOException, QueryException {
        long seed = Long.getLong("seed", 20260306L);
        var random = new Random(seed);
        Map<Integer, Insight> all = new TreeMap<>();
        try (var articles = new SearchedArticles(folder)) {
            for (int segment = 0; segment < 5; segment++) {
                var batch = new ExampleInsight[100];
                for (int i = 0; i < batch.length; i++) {
                    // Some numbers come twice: later revisions in the place of earlier ones.
                    int number = 1 + random.nextInt(400);
                    batch[i] = article(number, random);
                    all.put(number, batch[i].make());
                }
                articles.add(batch);
            }
            for (int i = 0; i < 300; i++) {
                check(articles, List.copyOf(all.values()), random, seed);
            }
        }
    }

    private static void check(SearchedArticles articles, List<Insight> all, Random random, long seed)
            throws QueryException {
        Asked asked = asked(random, 3);
        String supplier = random.nextBoolean() ? null : any(random, SUPPLIERS);
        Stance stance = random.nextBoolean() ? null : any(random, List.of(Stance.values()));
        int offset = random.nextInt(20);
        var request = new SearchRequest(asked.query(), supplier, stance, Order.NEWEST, offset, 50);
        String what = request + ", seed " + seed;

        SearchResult result = articles.search().search(request);

        List<Insight> expected = all.stream()
                .filter(asked.matches())
                .filter(insight -> passes(insight, supplier, stance))
                .sorted(Comparator.comparing(
                                (Insight insight) -> insight.article().eventTime())
                        .reversed())
                .toList();
        assertThat(result.total()).as(what).isEqualTo(expected.size());
        assertThat(result.hits())
                .as(what)
                .extracting(hit -> hit.insight().article().eventTime())
                .isEqualTo(expected.stream()
                        .skip(offset)
                        .limit(50)
                        .map(insight -> insight.article().eventTime())
                        .toList());
        assertThat(result.hits()).as(what).extracting(SearchResult.Hit::insight).isSubsetOf(expected);
        assertThat(result.hits())
                .as(what)
                .allSatisfy(hit -> assertThat(hit.copies())
                        .isEqualTo((int) all.stream()
                                        .filter(other -> other.story()
                                                .equals(hit.insight().story()))
                                        .count()
                                - 1));
        for (String id : SUPPLIERS) {
            assertThat(result.suppliers().stream()
                            .filter(count -> count.id().equals(id))
                            .mapToInt(SearchResult.SupplierCount::count)
                            .sum())
                    .as(what)
                    .isEqualTo((int) expected.stream()
                            .filter(insight -> names(insight, id))
                            .count());
        }
        for (Stance each : Stance.values()) {
            assertThat(result.stances().stream()
                            .filter(count -> count.stance() == each)
                            .mapToInt(SearchResult.StanceCount::count)
                            .sum())
                    .as(what)
                    .isEqualTo((int) expected.stream()
                            .filter(insight -> stances(insight).contains(each))
                            .count());
        }
    }
}
