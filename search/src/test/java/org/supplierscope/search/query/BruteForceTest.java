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
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.search.ExampleInsight;
import org.supplierscope.search.query.SearchRequest.Copies;
import org.supplierscope.search.query.SearchRequest.Filter;
import org.supplierscope.search.query.SearchRequest.Order;

/// Random requests of random articles, against a reading of each article one by one.
class BruteForceTest {

    /// No word is a form or the beginning of another, so that looking one up needs no analysis.
    private static final List<String> WORDS =
            List.of("lens", "price", "wafer", "quartz", "molded", "robot", "大立光", "玉晶", "vx-7");

    private static final List<String> SUPPLIERS = List.of("amber", "birch", "cedar-optics");
    private static final List<String> THEMES = List.of("lidar", "phone-lenses");
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
                Stance stance = any(random, List.of(Stance.values()));
                if (random.nextBoolean()) {
                    article.supplier(supplier, supplier + " inc", stance);
                } else {
                    article.onlyNamed(supplier, supplier + " inc", stance);
                }
            }
        }
        for (String theme : THEMES) {
            if (random.nextInt(3) == 0) {
                article.theme(theme, theme + " of glass");
            }
        }
        if (random.nextInt(3) == 0) {
            article.copyOf(ExampleInsight.id(1 + random.nextInt(number)));
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
        String theme = any(random, THEMES);
        String original = ExampleInsight.id(1 + random.nextInt(40));
        int year = 2010 + random.nextInt(9);
        return switch (random.nextInt(12)) {
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
            case 7 -> new Asked("about:" + supplier, a -> isAbout(a, supplier));
            case 8 -> new Asked("theme:" + theme, a -> themes(a).contains(theme));
            case 9 -> new Asked("copy:" + original, a -> original.equals(a.copyOf()));
            case 10 -> new Asked("copy:*", a -> a.copyOf() != null);
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

    private static boolean isAbout(Insight insight, String supplier) {
        return insight.suppliers().stream().anyMatch(told -> told.supplier().equals(supplier) && told.about());
    }

    private static List<String> themes(Insight insight) {
        return insight.themes().stream().map(NamedTheme::theme).toList();
    }

    private static Set<Stance> stances(Insight insight) {
        var stances = new TreeSet<Stance>();
        insight.suppliers().stream().map(SupplierStance::stance).forEach(stances::add);
        insight.groups().stream().map(GroupStance::stance).forEach(stances::add);
        return stances;
    }

    private static boolean passes(Insight insight, Filter filter) {
        boolean copy = insight.copyOf() != null;
        return tells(insight, filter.supplier(), filter.stance())
                && (!filter.about()
                        || insight.suppliers().stream()
                                .anyMatch(told -> told.about()
                                        && (filter.supplier() == null
                                                || told.supplier().equals(filter.supplier()))))
                && (filter.theme() == null || themes(insight).contains(filter.theme()))
                && (filter.copies() == null || copy == (filter.copies() == Copies.ONLY));
    }

    private static boolean tells(Insight insight, @Nullable String supplier, @Nullable Stance stance) {
        if (supplier == null) {
            return stance == null || stances(insight).contains(stance);
        }
        return insight.suppliers().stream()
                .anyMatch(told -> told.supplier().equals(supplier) && (stance == null || told.stance() == stance));
    }

    private static Filter filter(Random random) {
        return new Filter(
                random.nextBoolean() ? null : any(random, SUPPLIERS),
                random.nextInt(4) == 0,
                random.nextBoolean() ? null : any(random, List.of(Stance.values())),
                random.nextInt(4) > 0 ? null : any(random, THEMES),
                random.nextInt(4) > 0 ? null : any(random, List.of(Copies.values())));
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
        Filter filter = filter(random);
        int offset = random.nextInt(20);
        var request = new SearchRequest(asked.query(), filter, Order.NEWEST, offset, 50);
        String what = request + ", seed " + seed;

        SearchResult result = articles.search().search(request);

        List<Insight> expected = all.stream()
                .filter(asked.matches())
                .filter(insight -> passes(insight, filter))
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
                .allSatisfy(hit -> assertThat(hit.sameStory())
                        .isEqualTo((int) all.stream()
                                        .filter(other -> other.story()
                                                .equals(hit.insight().story()))
                                        .count()
                                - 1));
        for (String id : SUPPLIERS) {
            assertThat(result.counts().suppliers().stream()
                            .filter(count -> count.id().equals(id))
                            .mapToInt(SearchResult.SupplierCount::count)
                            .sum())
                    .as(what)
                    .isEqualTo((int) expected.stream()
                            .filter(insight -> names(insight, id))
                            .count());
        }
        assertThat(result.hits())
                .as(what)
                .allSatisfy(hit -> assertThat(hit.copies()).isEqualTo((int) all.stream()
                        .filter(other -> hit.insight().article().id().equals(other.copyOf()))
                        .count()));
        assertThat(result.counts().copies()).as(what).isEqualTo((int)
                expected.stream().filter(insight -> insight.copyOf() != null).count());
        for (String theme : THEMES) {
            assertThat(result.counts().themes().stream()
                            .filter(count -> count.id().equals(theme))
                            .mapToInt(SearchResult.ThemeCount::count)
                            .sum())
                    .as(what)
                    .isEqualTo((int) expected.stream()
                            .filter(insight -> themes(insight).contains(theme))
                            .count());
        }
        for (Stance each : Stance.values()) {
            assertThat(result.counts().stances().stream()
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
