package org.supplierscope.search;

import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.ShiftEvidence;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.analysis.published.TimelineMonth;
import org.supplierscope.analysis.published.TimelineTurn;

/// Made-up courses over time.
public final class ExampleStrategy {

    private ExampleStrategy() {}

    /// A turn of Birch Optics to precision, detected on a day.
    ///
    /// @param theme null for its course as a whole
    /// @param detected a day of 2019-07-18 or later
    public static StrategyShift shift(String supplier, @Nullable String theme, String detected) {
        String id = supplier + ":" + (theme == null ? "" : theme + ":") + "precision:" + detected.substring(0, 7);
        return new StrategyShift(
                id,
                supplier,
                "Birch Optics",
                theme,
                Stance.BREADTH,
                Stance.PRECISION,
                Instant.parse("2019-07-18T06:20:00Z"),
                Instant.parse(detected + "T08:30:00Z"),
                0.934,
                4,
                List.of(
                        evidence("Birch adds three lines for car cameras.", Stance.BREADTH, 1, "2018-01-15"),
                        evidence("Birch sells to every maker of phones.", Stance.BREADTH, 2, "2018-11-02")),
                List.of(
                        evidence("Birch takes orders of seven-piece lenses only.", Stance.PRECISION, 3, "2019-07-18"),
                        evidence("樺光專注高階鏡頭。", Stance.PRECISION, 4, "2019-10-30")),
                false,
                null,
                "shifts-1");
    }

    /// A sentence of article 1, 2, …
    public static ShiftEvidence evidence(String sentence, Stance side, int article, String day) {
        String id = String.format("%032x", article);
        return new ShiftEvidence(
                sentence,
                side,
                id,
                URI.create("https://news.example/" + article),
                "Lens Week",
                Instant.parse(day + "T00:00:00Z"),
                id);
    }

    /// A month.
    public static TimelineMonth month(String month, double balance, double low, double high, int stories) {
        return new TimelineMonth(YearMonth.parse(month), balance, low, high, stories);
    }

    /// The turn of [#shift] as a timeline has it.
    public static TimelineTurn turn(StrategyShift shift, boolean told) {
        return TimelineTurn.of(shift, told);
    }

    /// From breadth in 2017 to precision in 2020, with little said in between.
    public static StrategyTimeline timeline(String supplier, @Nullable String theme, List<TimelineTurn> turns) {
        List<TimelineMonth> months = new ArrayList<>();
        YearMonth month = YearMonth.of(2017, 5);
        for (int i = 0; i < 38; i++, month = month.plusMonths(1)) {
            months.add(
                    i < 2
                            ? new TimelineMonth(month, -0.333, -0.95, 0.553, i == 0 ? 1 : 0)
                            : i < 24
                                    ? new TimelineMonth(month, -0.71, -0.93, -0.33, i % 3)
                                    : i < 30
                                            ? new TimelineMonth(month, -0.1, -0.55, 0.35, 1)
                                            : new TimelineMonth(month, 0.62, 0.21, 0.9, i % 2 + 1));
        }
        return new StrategyTimeline(supplier, "Birch Optics", theme, months, turns, "shifts-1");
    }
}
