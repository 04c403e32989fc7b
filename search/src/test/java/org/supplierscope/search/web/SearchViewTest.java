package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.ExampleInsight;
import org.supplierscope.search.query.SearchResult;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;
import org.supplierscope.search.web.SearchView.Choice;

class SearchViewTest {

    private final RequestParameters parameters = new RequestParameters();

    private SearchView view(int hits, long total) throws WrongParameterException {
        List<SearchResult.Hit> shown = IntStream.range(0, hits)
                .mapToObj(i -> new SearchResult.Hit(ExampleInsight.of(i).make(), "", 0, 0, null))
                .toList();
        var result = new SearchResult(
                total,
                shown,
                new SearchResult.Counts(
                        List.of(new SearchResult.SupplierCount("hoya", "Hoya", 3, 1)),
                        List.of(new SearchResult.StanceCount(Stance.BREADTH, 2)),
                        List.of(
                                new SearchResult.ThemeCount("phone-lenses", "Phone lenses", 2),
                                new SearchResult.ThemeCount("lidar", "Lidar", 1)),
                        1));
        return SearchView.of(parameters, parameters.request(20), result);
    }

    @Test
    void tellsWhichPartIsShownAndLinksToTheOthers() throws WrongParameterException {
        parameters.q = "R&D";
        parameters.offset = "20";

        SearchView view = view(20, 45);

        assertThat(view.first()).isEqualTo(21);
        assertThat(view.last()).isEqualTo(40);
        assertThat(view.previous()).isEqualTo("/?q=R%26D");
        assertThat(view.next()).isEqualTo("/?q=R%26D&offset=40");
        assertThat(view.api()).isEqualTo("/api/v1/articles?q=R%26D&offset=20");
    }

    @Test
    void hasNoLinksBeyondTheEnds() throws WrongParameterException {
        assertThat(view(5, 5).previous()).isNull();
        assertThat(view(5, 5).next()).isNull();
        assertThat(view(0, 0).first()).isZero();
        assertThat(view(0, 0).course()).isNull();
    }

    @Test
    void linksNoDeeperThanMayBeAsked() throws WrongParameterException {
        parameters.offset = "9980";

        assertThat(view(20, 50_000).next()).isEqualTo("/?offset=10000");
        parameters.offset = "9990";
        assertThat(view(20, 50_000).next()).isNull();
    }

    @Test
    void linksToNoNextPartWhereNoneIsAskedFor() throws WrongParameterException {
        parameters.limit = "0";

        assertThat(view(0, 45).next()).isNull();
    }

    @Test
    void takesAChoiceBackWhenItIsTheCurrentOne() throws WrongParameterException {
        parameters.supplier = "hoya";
        parameters.stance = "precision";

        SearchView view = view(1, 1);

        assertThat(view.suppliers()).containsExactly(new Choice("Hoya", "", 3, "/?stance=precision", true));
        assertThat(view.course()).isEqualTo("/suppliers/hoya");
        assertThat(view.stances())
                .containsExactly(
                        new Choice("Precision", "precision", 0, "/?supplier=hoya", true),
                        new Choice("Breadth", "breadth", 2, "/?supplier=hoya&stance=breadth", false));
    }

    @Test
    void offersThemesAndNoMoreThanTheChosenOneOnceItIsChosen() throws WrongParameterException {
        assertThat(view(2, 2).themes())
                .containsExactly(
                        new Choice("Phone lenses", "", 2, "/?theme=phone-lenses", false),
                        new Choice("Lidar", "", 1, "/?theme=lidar", false));

        parameters.theme = "lidar";

        assertThat(view(1, 1).themes()).containsExactly(new Choice("Lidar", "", 1, "/", true));
    }

    @Test
    void offersToLeaveOutCopiesWhereThereAreSome() throws WrongParameterException {
        assertThat(view(2, 4).copies())
                .containsExactly(
                        new Choice("Without copies", "", 3, "/?copies=without", false),
                        new Choice("Copies only", "", 1, "/?copies=only", false));

        parameters.copies = "only";

        assertThat(view(1, 1).copies()).containsExactly(new Choice("Copies only", "", 1, "/", true));
    }

    @Test
    void offersTheArticlesAboutTheChosenSupplier() throws WrongParameterException {
        assertThat(view(1, 1).about()).isNull();

        parameters.supplier = "hoya";

        assertThat(view(1, 1).about())
                .isEqualTo(new Choice("Only if about it", "", 1, "/?supplier=hoya&about=true", false));

        parameters.about = "true";

        assertThat(view(1, 1).about()).isEqualTo(new Choice("Only if about it", "", 1, "/?supplier=hoya", true));
        assertThat(view(1, 1).suppliers()).containsExactly(new Choice("Hoya", "", 3, "/", true));
    }

    @Test
    void keepsTheFiltersForANewQuery() throws WrongParameterException {
        parameters.supplier = "hoya";
        parameters.about = "true";
        parameters.stance = "breadth";
        parameters.theme = "lidar";
        parameters.copies = "without";
        parameters.order = "newest";

        assertThat(view(1, 1).kept())
                .containsExactly(
                        entry("supplier", "hoya"),
                        entry("about", "true"),
                        entry("stance", "breadth"),
                        entry("theme", "lidar"),
                        entry("copies", "without"),
                        entry("order", "newest"));
    }

    @Test
    void showsAProblemWithTheQueryAsItWasTyped() {
        parameters.q = "(<b>";

        SearchView view = SearchView.problem(parameters, "this '(' is never closed");

        assertThat(view.query()).isEqualTo("(<b>");
        assertThat(view.problem()).isEqualTo("this '(' is never closed");
        assertThat(view.hits()).isEmpty();
    }
}
