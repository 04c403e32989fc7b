package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.ShiftEvidence;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.search.ExampleStrategy;
import org.supplierscope.search.query.SearchResult.SupplierCount;

class SupplierPageTest {

    private static final YearMonth TODAY = YearMonth.of(2020, 8);
    private static final SupplierCount NAMED = new SupplierCount("birch", "Birch", 41, 12);

    private static final Map<String, String> THEMES = Map.of("optics", "Optics of glass");

    private final StrategyShift shift = ExampleStrategy.shift("birch", null, "2019-11-02");

    private static @Nullable SupplierView view(
            @Nullable String theme, List<StrategyTimeline> timelines, List<StrategyShift> shifts) {
        return SupplierView.of("birch", theme, NAMED, THEMES, timelines, shifts, TODAY);
    }

    private static RenderedPage page(List<StrategyTimeline> timelines, List<StrategyShift> shifts) {
        return RenderedPage.of("supplier", Objects.requireNonNull(view(null, timelines, shifts)));
    }

    private StrategyTimeline timeline(boolean told) {
        return ExampleStrategy.timeline("birch", null, List.of(ExampleStrategy.turn(shift, told)));
    }

    @Test
    void tellsTheCourseOverTimeNewestFirstWithItsUncertaintyInWordsAndFigures() throws IOException {
        var optics = ExampleStrategy.timeline("birch", "optics", List.of());

        String text = page(List.of(timeline(true), optics), List.of(shift))
                .keptAs("supplier")
                .text();

        assertThat(text)
                .contains("41 articles name this supplier", "Birch Optics As a whole Optics of glass")
                .contains("Precision since 2019-11: more precision than breadth, +0.62 (+0.21 to +0.90). Told last in"
                        + " 2020-06.")
                .containsSubsequence(
                        "2019-11 to 2020-06 8 months Precision more precision than breadth +0.62 (+0.21 to +0.90) 12",
                        "2019-05 to 2019-10 6 months Mixed both, neither prevails −0.10 (−0.55 to +0.35) 6",
                        "2017-07 to 2019-04 22 months Breadth more breadth than precision",
                        "2017-05 to 2017-06 2 months Leans to breadth breadth is likelier, but it may be either")
                .contains("Month by month");
    }

    @Test
    void tellsSinceWhenASideIsToldHoweverClearlyItWas() {
        var months = List.of(
                ExampleStrategy.month("2020-01", 0, -0.4, 0.4, 4),
                ExampleStrategy.month("2020-02", 0.4, 0.1, 0.7, 2),
                ExampleStrategy.month("2020-03", 0.8, 0.6, 0.9, 5));
        var timeline = new StrategyTimeline("birch", "Birch", null, months, List.of(), "shifts-1");

        SupplierView view = Objects.requireNonNull(view(null, List.of(timeline), List.of()));

        assertThat(view.runs()).hasSize(3);
        assertThat(view.since()).isEqualTo(YearMonth.of(2020, 2));
    }

    @Test
    void tellsATurnWithTheSentencesBeforeAndAfterAndWhereTheyStand() {
        RenderedPage page = page(List.of(timeline(true)), List.of(shift));

        assertThat(page.text())
                .containsSubsequence(
                        "Breadth → Precision",
                        "Turned 2019-07-18 Detected 2019-11-02 Confidence 93 % likely, by 4 independent stories",
                        "Before",
                        "Birch adds three lines for car cameras. 2018-01-15 · Article · Read at Lens Week",
                        "After",
                        "樺光專注高階鏡頭。");
        assertThat(page.html())
                .contains("href=\"/articles/00000000000000000000000000000003\"")
                .contains("href=\"https://news.example/3\" rel=\"noopener noreferrer external\"");
    }

    @Test
    void tellsTheTurnsAboveTheLongTableOfMonths() {
        assertThat(page(List.of(timeline(true)), List.of(shift)).text())
                .containsSubsequence("Turns", "Breadth → Precision", "Course over time", "2019-11 to 2020-06");
    }

    @Test
    void tellsATurnThatWasFoundInOldNewsWithItsSentences() {
        RenderedPage page = page(List.of(timeline(false)), List.of());

        assertThat(page.text())
                .contains(
                        "Confidence 93 % likely, by 4 independent stories",
                        "Birch adds three lines for car cameras.", "Found in news that was old when it was read")
                .doesNotContain("No turn found");
        assertThat(page.html()).contains("href=\"/?q=published%3A2019-07-18..2019-11-02&amp;supplier=birch\"");
    }

    @Test
    void tellsWhatWasTakenBackApartFromWhatHolds() {
        var timeline = ExampleStrategy.timeline("birch", null, List.of());

        String text = page(List.of(timeline), List.of(shift.revokedFor("later stories did not bear it out")))
                .text();

        assertThat(text)
                .containsSubsequence(
                        "Turns",
                        "No turn found in 42 independent stories.",
                        "Taken back: 1",
                        "Taken back: later stories did not bear it out.");
    }

    @Test
    void saysThatTooFewStoriesWereTold() {
        var month = ExampleStrategy.month("2020-07", 0.333, -0.55, 0.95, 1);
        var timeline = new StrategyTimeline("birch", "Birch", null, List.of(month), List.of(), "shifts-1");

        assertThat(page(List.of(timeline), List.of()).text())
                .contains("Leans to precision : precision is likelier, but it may be either")
                .contains("Too few stories to say whether it turned.")
                .doesNotContain("Month by month");
        assertThat(page(List.of(), List.of()).text())
                .contains("Too few stories to say: none has told the course of this supplier yet.");
    }

    @Test
    void warnsOfACourseThatWasNotToldForLong() {
        var timelines = List.of(timeline(true));
        var then = YearMonth.of(2021, 6);

        SupplierView late = SupplierView.of("birch", null, NAMED, THEMES, timelines, List.of(), then);
        SupplierView early = SupplierView.of("birch", null, NAMED, THEMES, timelines, List.of(), then.minusMonths(1));

        assertThat(RenderedPage.of("supplier", Objects.requireNonNull(late)).text())
                .contains("No story has told its course for 12 months");
        assertThat(Objects.requireNonNull(early).silence()).isNull();
    }

    @Test
    void showsTheCourseWithinATheme() {
        var optics = ExampleStrategy.shift("birch", "optics", "2020-01-01");
        var timelines = List.of(timeline(true), ExampleStrategy.timeline("birch", "optics", List.of()));

        SupplierView view = Objects.requireNonNull(view("optics", timelines, List.of(shift, optics)));

        assertThat(view.turns()).extracting(TurnView::detected).containsExactly("2020-01-01");
        assertThat(view.api()).isEqualTo("/api/v1/suppliers/birch/strategy?theme=optics");
        assertThat(view.choices())
                .extracting(SupplierView.Choice::link)
                .containsExactly("/suppliers/birch", "/suppliers/birch?theme=optics");
    }

    @Test
    void knowsNoSupplierThatNothingNames() {
        assertThat(SupplierView.of("birch", null, null, THEMES, List.of(), List.of(), TODAY))
                .isNull();
        assertThat(view("<b>", List.of(timeline(true)), List.of(shift))).isNull();
        assertThat(RenderedPage.of("noSupplier", "").text()).contains("There is no such supplier here");
    }

    @Test
    void runsNothingThatASentenceANameOrAnAddressBringsAlong() {
        String hostile = "\"><script>alert('x')</script>{view.name}&lt;";
        var evidence = new ShiftEvidence(
                hostile,
                Stance.BREADTH,
                "\"'/../x",
                URI.create("javascript:alert(1)"),
                hostile,
                Instant.EPOCH,
                hostile);
        var turned = new StrategyShift(
                hostile,
                "\"><b>",
                hostile,
                null,
                Stance.BREADTH,
                Stance.PRECISION,
                shift.at(),
                shift.detected(),
                1,
                1,
                List.of(evidence),
                List.of(evidence),
                true,
                hostile,
                hostile);
        var timeline = new StrategyTimeline(
                "\"><b>", hostile, null, timeline(true).months(), timeline(true).turns(), hostile);
        var theme = new StrategyTimeline("\"><b>", hostile, hostile, List.of(), List.of(), hostile);

        SupplierView view =
                SupplierView.of("\"><b>", null, null, THEMES, List.of(timeline, theme), List.of(turned), TODAY);
        String html = RenderedPage.of("supplier", Objects.requireNonNull(view)).html();

        assertThat(html)
                .contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;{view.name}&amp;lt;")
                .contains("href=\"/articles/%22%27%2F..%2Fx\"")
                .doesNotContain("<script", "<b>", "javascript:", "style=");
        assertThat(RenderedPage.of("shifts", shifts(turned)).html())
                .doesNotContain("<script", "<b>", "javascript:", "style=");
    }

    private static ShiftsView shifts(StrategyShift shift) {
        var parameters = new ShiftParameters();
        try {
            return ShiftsView.of(parameters, parameters.page(20), List.of(shift), List.of());
        } catch (RequestParameters.WrongParameterException e) {
            throw new AssertionError(e);
        }
    }
}
