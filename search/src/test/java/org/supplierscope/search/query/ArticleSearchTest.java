package org.supplierscope.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.ingest.published.PageVerdict;
import org.supplierscope.search.ExampleInsight;
import org.supplierscope.search.query.SearchRequest.Copies;
import org.supplierscope.search.query.SearchRequest.Filter;
import org.supplierscope.search.query.SearchRequest.Order;

class ArticleSearchTest {

    private SearchedArticles articles;

    @BeforeEach
    void fill(@TempDir Path folder) throws IOException {
        articles = new SearchedArticles(folder);
        articles.add(
                ExampleInsight.of(1)
                        .title("Largan doubles its capacity")
                        .text("Co-packaged optics take long. The lens maker's plants are full, R&D costs rise.")
                        .published("2026-01-10")
                        .supplier("largan-precision", "Largan Precision", Stance.BREADTH)
                        .onlyNamed("hoya", "HOYA", Stance.NONE)
                        .theme("co-packaged-optics", "Co-packaged optics"),
                ExampleInsight.of(2)
                        .title("大立光專注高階鏡頭")
                        .text("大立光表示不做低價產品，專注 AI 光學。")
                        .language("zh-Hant")
                        .published("2026-01-11T08:00:00+08:00")
                        .source("example-times", "Example Times 示例時報")
                        .supplier("largan-precision", "Largan Precision", Stance.PRECISION)
                        .theme("phone-lenses", "Phone lenses")
                        .theme("ai-glasses", "AI glasses"),
                ExampleInsight.of(3)
                        .title("Hoya narrows its range")
                        .text("It keeps photomask blanks. Photonics is for others, packaged optics too.")
                        .language("en-US")
                        .published("2025-06-01")
                        .story(ExampleInsight.id(1))
                        .copyOf(ExampleInsight.id(1))
                        .theme("photomask-blanks", "Photomask blanks")
                        .theme("co-packaged-optics", "Co-packaged optics")
                        .supplier("hoya", "HOYA", Stance.PRECISION),
                ExampleInsight.of(4)
                        .title("Rain")
                        .text("It rained for a week; capacities of the dams are used up.")
                        .language(null)
                        .published(null)
                        .group("some lens makers", Stance.MIXED));
    }

    @AfterEach
    void close() throws IOException {
        articles.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    *                               | 1 2 3 4
                    ``                              | 1 2 3 4
                    capacity                        | 1 4
                    CAPACITIES                      | 1 4
                    largan                          | 1 2
                    hoya                            | 1 3
                    largan capacity                 | 1
                    largan OR rain                  | 1 2 4
                    nowhere                         |
                    NOT capacity                    | 2 3
                    -largan -rain                   | 3
                    hoya NOT largan                 | 3
                    largan OR -hoya                 | 1 2 4
                    -(largan OR hoya)               | 4
                    "packaged optics"               | 1 3
                    co-packaged                     | 1
                    "co-packaged optics"            | 1
                    “co-packaged optics”            | 1
                    "optics packaged"               |
                    maker's                         | 1 4
                    R&D                             | 1
                    R & D                           | 1
                    "take long"                     | 1
                    photo*                          | 3
                    photonics*                      | 3
                    capacities*                     | 1 4
                    a*                              | 1 2 4
                    PHOTO*                          | 3
                    -photo*                         | 1 2 4
                    大立光                            | 2
                    大立光*                           | 2
                    大立*                             | 2
                    光*                              | 2
                    光                               | 2
                    鏡                               | 2
                    立                               | 2
                    镜头                              | 2
                    高阶镜头                            | 2
                    高 頭                             | 2
                    頭高                              |
                    ＡＩ光學                            | 2
                    "AI 光學"                         | 2
                    "專注 AI"                         | 2
                    大光                              |
                    -光                              | 1 3 4
                    !!!                             |
                    -!!!                            |
                    capacity !!!                    | 1 4
                    largan - capacity               | 1
                    largan / capacity               | 1
                    !!! OR rain                     | 4
                    rain -!!!                       | 4
                    title:capacity                  | 1
                    title:"doubles its"             | 1
                    title:capac*                    | 1
                    text:largan                     |
                    text:photo*                     | 3
                    title:!!!                       |
                    supplier:largan-precision       | 1 2
                    supplier:Largan-Precision       | 1 2
                    supplier:LARGAN                 | 1 2
                    supplier:"largan precision"     | 1 2
                    supplier:larg*                  | 1 2
                    supplier:largan-p*              | 1 2
                    supplier:*                      | 1 2 3
                    -supplier:*                     | 4
                    about:hoya                      | 3
                    about:HOYA                      | 3
                    about:largan-precision          | 1 2
                    about:precision                 | 1 2
                    about:larg*                     | 1 2
                    about:*                         | 1 2 3
                    hoya -about:hoya                | 1
                    group:lens                      | 4
                    group:*                         | 4
                    stance:precision                | 2 3
                    stance:MIXED                    | 4
                    stance:none                     | 1
                    theme:co-packaged-optics        | 1 3
                    theme:Co-Packaged-Optics        | 1 3
                    theme:"packaged optics"         | 1 3
                    theme:optics                    | 1 3
                    theme:lens                      | 2
                    theme:pho*                      | 2 3
                    theme:*                         | 1 2 3
                    -theme:*                        | 4
                    theme:no-such-theme             |
                    supplier:no-such-supplier       |
                    source:example-times            | 2
                    source:Example-Times            | 2
                    source:times                    | 2
                    source:時報                       | 2
                    source:example*                 | 1 2 3 4
                    language:en                     | 1 3
                    language:EN-us                  | 3
                    language:zh                     | 2
                    language:zh-hant                | 2
                    language:ZH-Hant                | 2
                    language:zh-Hans                |
                    language:e                      |
                    language:*                      | 1 2 3
                    story:00000000000000000000000000000001 | 1 3
                    copy:00000000000000000000000000000001  | 3
                    copy:00000000000000000000000000000003  |
                    copy:*                          | 3
                    -copy:*                         | 1 2 4
                    id:00000000000000000000000000000003    | 3
                    id:nothing                      |
                    published:2026-01-10            | 1
                    published:2026-01               | 1 2
                    published:2026-01-11            | 2
                    published:2025                  | 3
                    published:..2025                | 3
                    published:2026..                | 1 2 4
                    published:2026-03-06            | 4
                    language:en published:2026      | 1
                    """)
    void finds(String query, String numbers) throws QueryException {
        Set<String> found = new TreeSet<>();
        articles.find(query).forEach(number -> found.add(number.toString()));

        assertThat(String.join(" ", found)).isEqualTo(numbers == null ? "" : numbers);
        assertThat(articles.ask(query).total()).isEqualTo(found.size());
    }

    private SearchResult filtered(String query, String supplier, Stance stance) throws QueryException {
        return articles.search()
                .search(new SearchRequest(
                        query, Filter.NONE.withSupplier(supplier).withStance(stance), Order.RELEVANCE, 0, 10));
    }

    @Test
    void filtersByASupplierThatTellsTheStanceItself() throws QueryException {
        assertThat(SearchedArticles.numbers(filtered("", "hoya", Stance.PRECISION)))
                .containsExactly(3);
        assertThat(SearchedArticles.numbers(filtered("", "hoya", Stance.BREADTH)))
                .as("in article 1 it is Largan that goes for breadth")
                .isEmpty();
        assertThat(SearchedArticles.numbers(filtered("", "hoya", Stance.NONE))).containsExactly(1);
    }

    // P10
    @Test
    void findsOnlyArticlesAndStubsUnlessAskedForOtherVerdicts() throws Exception {
        int number = 100;
        for (PageVerdict verdict : PageVerdict.values()) {
            articles.add(ExampleInsight.of(number++)
                    .title("Zirconia")
                    .text("Zirconia.")
                    .verdict(verdict));
        }

        assertThat(articles.find("zirconia")).containsExactlyInAnyOrder(100, 102);
        assertThat(articles.find("zirconia verdict:error-page")).containsExactly(104);
        assertThat(articles.find("zirconia -verdict:article")).containsExactlyInAnyOrder(101, 102, 103, 104);
        assertThat(articles.find("zirconia verdict:*")).hasSize(5);
        assertThat(articles.find("zirconia verdict:paywall_stub")).containsExactly(102);
        assertThat(articles.search().article(ExampleInsight.id(104)))
                .as("by its id")
                .isNotNull();
        assertThatThrownBy(() -> articles.find("verdict:good"))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("paywall-stub");
    }

    @Test
    void filtersBySupplierAloneAndStanceAlone() throws QueryException {
        var bySupplier = articles.search().search(new SearchRequest("", Filter.naming("hoya"), Order.NEWEST, 0, 10));
        var byStance = articles.search()
                .search(new SearchRequest("", Filter.NONE.withStance(Stance.MIXED), Order.NEWEST, 0, 10));

        assertThat(SearchedArticles.numbers(bySupplier)).containsExactly(1, 3);
        assertThat(SearchedArticles.numbers(byStance)).containsExactly(4);
    }

    @Test
    void putsTheArticleThatSaysItInTheTitleFirst() throws QueryException {
        assertThat(articles.find("capacity")).containsExactly(1, 4);
        assertThat(articles.find("rain OR packaged").getFirst()).isEqualTo(4);
    }

    @Test
    void putsTheNewestFirstWhereNothingIsAskedOrWhenToldTo() throws QueryException {
        var newest = new SearchRequest("largan OR hoya", Filter.NONE, Order.NEWEST, 0, 10);

        assertThat(articles.find("")).containsExactly(4, 2, 1, 3);
        assertThat(SearchedArticles.numbers(articles.search().search(newest))).containsExactly(2, 1, 3);
    }

    @Test
    void answersThePartThatIsAskedFor() throws QueryException {
        for (int offset = 0; offset <= 5; offset++) {
            for (int limit = 0; limit <= 5; limit++) {
                SearchResult part =
                        articles.search().search(new SearchRequest("*", Filter.NONE, Order.NEWEST, offset, limit));
                List<Integer> all = List.of(4, 2, 1, 3);
                int from = Math.min(offset, 4);

                assertThat(SearchedArticles.numbers(part))
                        .as("offset %d limit %d", offset, limit)
                        .isEqualTo(all.subList(from, Math.min(from + limit, 4)));
                assertThat(part.total()).isEqualTo(4);
            }
        }
    }

    @Test
    void answersAtTheDeepestPage() throws QueryException {
        var deepest =
                new SearchRequest("*", Filter.NONE, Order.RELEVANCE, SearchRequest.MAX_DEPTH, SearchRequest.MAX_LIMIT);

        assertThat(articles.search().search(deepest).hits()).isEmpty();
        assertThat(articles.search().search(deepest).total()).isEqualTo(4);
    }

    @Test
    void countsSuppliersAndStancesOfWhatMatches() throws QueryException {
        SearchResult all = articles.ask("*");

        assertThat(all.counts().suppliers())
                .containsExactly(
                        new SearchResult.SupplierCount("hoya", "HOYA", 2, 1),
                        new SearchResult.SupplierCount("largan-precision", "Largan Precision", 2, 2));
        assertThat(all.counts().stances())
                .containsExactly(
                        new SearchResult.StanceCount(Stance.PRECISION, 2),
                        new SearchResult.StanceCount(Stance.BREADTH, 1),
                        new SearchResult.StanceCount(Stance.MIXED, 1),
                        new SearchResult.StanceCount(Stance.NONE, 1));
        assertThat(articles.ask("rain").counts().suppliers()).isEmpty();
    }

    @Test
    void countsThemesAndCopiesOfWhatMatches() throws QueryException {
        SearchResult all = articles.ask("*");

        assertThat(all.counts().themes())
                .containsExactly(
                        new SearchResult.ThemeCount("co-packaged-optics", "Co-packaged optics", 2),
                        new SearchResult.ThemeCount("ai-glasses", "AI glasses", 1),
                        new SearchResult.ThemeCount("phone-lenses", "Phone lenses", 1),
                        new SearchResult.ThemeCount("photomask-blanks", "Photomask blanks", 1));
        assertThat(all.counts().copies()).isEqualTo(1);
        assertThat(articles.ask("rain").counts().themes()).isEmpty();
        assertThat(articles.ask("rain").counts().copies()).isZero();
        assertThat(articles.ask("nowhere").counts()).isEqualTo(SearchResult.Counts.NONE);
    }

    private List<Integer> filtered(Filter filter) throws QueryException {
        return SearchedArticles.numbers(articles.search().search(new SearchRequest("", filter, Order.NEWEST, 0, 10)));
    }

    @Test
    void filtersByThemeProminenceAndCopies() throws QueryException {
        assertThat(filtered(Filter.NONE.withTheme("co-packaged-optics"))).containsExactly(1, 3);
        assertThat(filtered(Filter.NONE.withTheme("no-such-theme"))).isEmpty();
        assertThat(filtered(Filter.naming("hoya").withAbout(true))).containsExactly(3);
        assertThat(filtered(Filter.NONE.withAbout(true))).containsExactly(2, 1, 3);
        assertThat(filtered(Filter.NONE.withCopies(Copies.ONLY))).containsExactly(3);
        assertThat(filtered(Filter.NONE.withCopies(Copies.WITHOUT))).containsExactly(4, 2, 1);
        assertThat(filtered(Filter.NONE.withTheme("co-packaged-optics").withCopies(Copies.WITHOUT)))
                .containsExactly(1);
    }

    @Test
    void tellsOfACopyWhatItCopiesAndOfThatItsCopies() throws QueryException {
        SearchResult.Hit copy =
                articles.ask("id:" + ExampleInsight.id(3)).hits().getFirst();
        SearchResult.Hit original =
                articles.ask("id:" + ExampleInsight.id(1)).hits().getFirst();

        assertThat(copy.original()).isEqualTo(original.insight().article());
        assertThat(copy.copies()).isZero();
        assertThat(original.original()).isNull();
        assertThat(original.copies()).isEqualTo(1);
    }

    @Test
    void knowsACopyOfWhatIsNotThere() throws Exception {
        articles.add(ExampleInsight.of(9).title("Echo").copyOf(ExampleInsight.id(8)));

        assertThat(articles.ask("echo copy:*").hits().getFirst().original()).isNull();
    }

    @Test
    void countsTheOtherArticlesOfAStory() throws QueryException {
        assertThat(articles.ask("capacity dams").hits().getFirst().sameStory()).isZero();
        assertThat(articles.ask("doubles").hits().getFirst().sameStory()).isEqualTo(1);
    }

    @Test
    void givesOneArticleByItsId() {
        SearchResult.Hit hit = articles.search().article(ExampleInsight.id(3));

        assertThat(hit).isNotNull().satisfies(found -> {
            assertThat(SearchedArticles.number(found.insight())).isEqualTo(3);
            assertThat(found.sameStory()).isEqualTo(1);
            assertThat(found.highlight()).startsWith("It keeps photomask blanks.");
        });
        assertThat(articles.search().article("no such id")).isNull();
        assertThat(articles.search().article("")).isNull();
    }

    @Test
    void answersTheCostliestQueriesThatItTakes() throws QueryException {
        String letters = "abcdefghijklmnopqrstuvwxyz".repeat(4).substring(0, QueryParser.MAX_WORDS);
        for (String between : new String[] {" OR ", " ", " OR -"}) {
            String query = String.join(
                    between,
                    letters.chars().mapToObj(letter -> (char) letter + "*").toList());

            assertThat(articles.ask(query).total()).isBetween(0L, 4L);
        }
        assertThat(articles.find("a OR " + "光".repeat(1_900))).isNotEmpty();
        assertThat(articles.find("\"" + "lens ".repeat(390) + "\"")).isEmpty();
    }
}
