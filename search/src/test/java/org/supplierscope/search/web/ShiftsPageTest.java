package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.search.ExampleStrategy;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

class ShiftsPageTest {

    private final ShiftParameters parameters = new ShiftParameters();
    private final StrategyShift whole = ExampleStrategy.shift("birch", null, "2019-11-02");
    private final StrategyShift optics = ExampleStrategy.shift("birch", "optics", "2019-12-02");

    private ShiftsView view(List<StrategyShift> found) throws WrongParameterException {
        return ShiftsView.of(parameters, parameters.page(20), found, List.of());
    }

    @Test
    void listsTurnsOfAllSuppliersWithTheirEvidence() throws WrongParameterException, IOException {
        RenderedPage page =
                RenderedPage.of("shifts", view(List.of(optics, whole))).keptAs("shifts");

        assertThat(page.text())
                .containsSubsequence(
                        "2 turns, the one detected last first",
                        "Birch Optics in optics Breadth → Precision",
                        "Detected 2019-12-02",
                        "Birch takes orders of seven-piece lenses only.",
                        "Birch Optics Breadth → Precision");
        assertThat(page.html())
                .contains("<a href=\"/suppliers/birch?theme=optics\">Birch Optics</a>")
                .contains("<a href=\"/api/v1/shifts\">")
                .contains("<a href=\"/shifts\">Turns</a>");
    }

    @Test
    void saysOfATurnThatItWasTakenBack() throws WrongParameterException {
        parameters.revoked = "true";

        String text = RenderedPage.of("shifts", view(List.of(whole.revokedFor("an article was corrected"))))
                .text();

        assertThat(text).contains("1 turn,", "Only those that hold", "Taken back: an article was corrected.");
    }

    @Test
    void linksToTheOtherPartsAndKeepsWhatWasAskedFor() throws WrongParameterException {
        parameters.supplier = "birch";
        parameters.since = "2019-01-01";
        parameters.limit = "1";
        parameters.offset = "1";

        ShiftsView view = view(List.of(optics, whole, whole));

        assertThat(view.turns()).hasSize(1);
        assertThat(view.previous()).isEqualTo("/shifts?supplier=birch&since=2019-01-01&limit=1");
        assertThat(view.next()).isEqualTo("/shifts?supplier=birch&since=2019-01-01&limit=1&offset=2");
        assertThat(view.other()).isEqualTo("/shifts?supplier=birch&since=2019-01-01&revoked=true&limit=1");
        assertThat(view.api()).isEqualTo("/api/v1/shifts?supplier=birch&since=2019-01-01&limit=1&offset=1");
    }

    @Test
    void linksToNoPartWhereThereIsNone() throws WrongParameterException {
        assertThat(view(List.of(whole)).next()).isNull();
        assertThat(view(List.of(whole)).previous()).isNull();
        parameters.limit = "0";
        assertThat(view(List.of(whole)).next()).isNull();
    }

    @Test
    void saysThatThereIsNoneAndWhatIsWrongWithARequest() throws WrongParameterException {
        assertThat(RenderedPage.of("shifts", view(List.of())).text()).contains("0 turns", "No turn was told yet.");

        RenderedPage wrong = RenderedPage.of("shifts", ShiftsView.problem("'since' is <b>"));

        assertThat(wrong.html()).contains("These cannot be listed: &#39;since&#39; is &lt;b&gt;.");
        assertThat(wrong.text()).doesNotContain("No turn was told", "as JSON");
    }

    @Test
    void listsTurnsFoundInOldNewsApartOnTheFirstPageOfAll() throws Exception {
        StrategyTimeline timeline =
                ExampleStrategy.timeline("birch", null, List.of(ExampleStrategy.turn(whole, false)));
        var all = new ShiftParameters();
        var narrow = new ShiftParameters();
        narrow.supplier = "birch";

        var page = RenderedPage.of("shifts", ShiftsView.of(all, all.page(20), List.of(), List.of(timeline)));
        var some = RenderedPage.of("shifts", ShiftsView.of(narrow, narrow.page(20), List.of(), List.of(timeline)));

        assertThat(page.text()).contains("0 turns", "Found in old news", "Birch adds three lines for car cameras.");
        assertThat(some.text()).doesNotContain("Found in old news");
    }
}
