package org.supplierscope.search.web;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.analysis.published.TimelineMonth;
import org.supplierscope.search.query.SearchRequest.Filter;
import org.supplierscope.search.query.SearchResult.SupplierCount;

/// The page of one supplier.
///
/// @param name for people
/// @param theme that is shown; null for the course as a whole
/// @param articles how many name the supplier
/// @param search link to them
/// @param choices the course as a whole, and each theme of which a course is known
/// @param now the course as it was told last; null when no story told it
/// @param silence how long no story has told the course; null when it is not long
/// @param stories how many independent stories told the course in the months shown
/// @param runs the course over time, the same months in one row, newest first
/// @param months each month, newest first
/// @param turns that hold, newest first
/// @param revoked turns that were taken back, newest first
/// @param api the course as a REST address
/// @param model which rule decided; null when nothing was decided
public record SupplierView(
        String name,
        @Nullable String theme,
        int articles,
        String search,
        List<Choice> choices,
        @Nullable CourseRow now,
        @Nullable String silence,
        int stories,
        List<CourseRow> runs,
        List<CourseRow> months,
        List<TurnView> turns,
        List<TurnView> revoked,
        String api,
        @Nullable String model) {

    /// After a year without a story the reader is told, since the table ends with the last story.
    private static final int LONG_MONTHS = 12;

    /// A course to look at.
    ///
    /// @param label for people
    /// @param link the page with it
    /// @param current whether it is the one shown
    public record Choice(String label, String link, boolean current) {}

    /// The page of a supplier.
    ///
    /// @param id the supplier's
    /// @param theme asked for; null for the course as a whole
    /// @param named how many articles name it; null for none
    /// @param themes names of themes that these articles name, by their ids
    /// @param timelines all of the supplier's
    /// @param shifts all of the supplier's, those taken back too
    /// @param today the present month
    /// @return null when there is no such supplier, or nothing of the theme
    static @Nullable SupplierView of(
            String id,
            @Nullable String theme,
            @Nullable SupplierCount named,
            Map<String, String> themes,
            List<StrategyTimeline> timelines,
            List<StrategyShift> shifts,
            YearMonth today) {
        StrategyTimeline timeline = timelines.stream()
                .filter(each -> Objects.equals(each.theme(), theme))
                .findFirst()
                .orElse(null);
        List<StrategyShift> told = shifts.stream()
                .filter(each -> Objects.equals(each.theme(), theme))
                .toList();
        String name = name(named, timelines, shifts);
        if (name == null || theme != null && timeline == null && told.isEmpty()) {
            return null;
        }
        List<TimelineMonth> months = timeline == null ? List.of() : timeline.months();
        List<CourseRow> runs = CourseRow.runs(months);
        return new SupplierView(
                name,
                theme,
                named == null ? 0 : named.count(),
                Links.search("", Filter.naming(id), "newest", 0),
                choices(id, theme, timelines, themes),
                runs.isEmpty() ? null : runs.getFirst(),
                months.isEmpty() ? null : silence(months.getLast().month(), today),
                months.stream().mapToInt(TimelineMonth::stories).sum(),
                runs,
                CourseRow.months(months),
                turns(timeline, told),
                told.stream()
                        .filter(StrategyShift::revoked)
                        .map(TurnView::of)
                        .sorted(Comparator.comparing(TurnView::at).reversed())
                        .toList(),
                "/api/v1" + Links.strategy(id, theme),
                timeline == null ? null : timeline.model());
    }

    /// The month since when the present side is told without a break; null where no side is.
    public @Nullable YearMonth since() {
        if (now == null || now.course().stance() == Stance.NONE) {
            return null;
        }
        Stance side = now.course().stance();
        return runs.stream()
                .takeWhile(run -> run.course().stance() == side)
                .reduce(now, (newer, older) -> older)
                .from();
    }

    /// Whether so little was told that no turn could have been found.
    public boolean tooFew() {
        return runs.stream().allMatch(run -> run.course().stance() == Stance.NONE);
    }

    private static @Nullable String name(
            @Nullable SupplierCount named, List<StrategyTimeline> timelines, List<StrategyShift> shifts) {
        return Stream.of(
                        timelines.stream().map(StrategyTimeline::name),
                        Stream.ofNullable(named).map(SupplierCount::name),
                        shifts.stream().map(StrategyShift::name))
                .flatMap(names -> names)
                .findFirst()
                .orElse(null);
    }

    private static List<Choice> choices(
            String id, @Nullable String theme, List<StrategyTimeline> timelines, Map<String, String> themes) {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("As a whole", Links.supplier(id, null), theme == null));
        for (StrategyTimeline each : timelines) {
            String other = each.theme();
            if (other != null) {
                choices.add(
                        new Choice(themes.getOrDefault(other, other), Links.supplier(id, other), other.equals(theme)));
            }
        }
        return List.copyOf(choices);
    }

    /// Those told, and those that the timeline found in old news.
    private static List<TurnView> turns(@Nullable StrategyTimeline timeline, List<StrategyShift> told) {
        Set<String> known = told.stream().map(StrategyShift::id).collect(Collectors.toSet());
        Stream<TurnView> untold = timeline == null
                ? Stream.of()
                : timeline.turns().stream()
                        .filter(turn -> !known.contains(turn.shift()))
                        .map(turn -> TurnView.of(timeline, turn));
        return Stream.concat(told.stream().filter(shift -> !shift.revoked()).map(TurnView::of), untold)
                .sorted(Comparator.comparing(TurnView::at).reversed())
                .toList();
    }

    private static @Nullable String silence(YearMonth last, YearMonth today) {
        long months = last.until(today, ChronoUnit.MONTHS);
        return months < LONG_MONTHS ? null : months + " months";
    }
}
