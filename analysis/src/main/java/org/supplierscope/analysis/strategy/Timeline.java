package org.supplierscope.analysis.strategy;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.supplierscope.analysis.published.TimelineMonth;

/// Draws a track of stories month by month: what all of them, earlier and later ones, let believe
/// of the course when a month's last story was told, or at the end of a month without one, by the
/// model of [CourseBelief].
///
/// Later stories count too, since a reader asks what the course was in spring, not what could be
/// known of it then; in the last month there are none.
final class Timeline {

    /// How it is drawn; another name whenever the same stories may give another timeline.
    static final String MODEL = "courses-2";

    /// Fifteen years: a record of less than 20 kB.
    private static final int MOST_MONTHS = 180;

    private static final double YEAR_SECONDS = 365.25 * Duration.ofDays(1).toSeconds();

    private final CourseTrack track;
    private final List<ToldStory> stories;
    private final YearMonth first;
    private final YearMonth last;

    /// @param track of at least one story
    private Timeline(CourseTrack track) {
        this.track = track;
        this.stories = track.stories();
        this.last = month(stories.getLast());
        YearMonth begin = last.minusMonths(MOST_MONTHS - 1);
        YearMonth told = month(stories.getFirst());
        this.first = told.isBefore(begin) ? begin : told;
    }

    /// The months from the first story to the last, at most the last 180.
    static List<TimelineMonth> months(CourseTrack track) {
        return track.stories().isEmpty() ? List.of() : new Timeline(track).draw();
    }

    private List<TimelineMonth> draw() {
        List<CourseBelief> after = after();
        List<TimelineMonth> months = new ArrayList<>();
        var before = CourseBelief.first();
        Instant time = stories.getFirst().published();
        int place = 0;
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            int told = 0;
            for (; place < stories.size() && !month(stories.get(place)).isAfter(month); place++) {
                ToldStory story = stories.get(place);
                before = before.apart(changes(time, story.published())).told(story.stance(), track.weight(place));
                time = story.published();
                told += month(story).equals(month) ? 1 : 0;
            }
            if (told == 0) {
                before = before.apart(changes(time, end(month)));
                time = end(month);
            }
            Balance balance = before.and(after.get(months.size())).balance();
            months.add(new TimelineMonth(month, balance.mean(), balance.low(), balance.high(), told));
        }
        return months;
    }

    /// What the stories after each month let believe of the course at the moment that it shows.
    private List<CourseBelief> after() {
        List<CourseBelief> beliefs = new ArrayList<>();
        var after = CourseBelief.last();
        Instant time = end(last);
        int place = stories.size() - 1;
        for (YearMonth month = last; !month.isBefore(first); month = month.minusMonths(1)) {
            for (; place >= 0 && month(stories.get(place)).isAfter(month); place--) {
                ToldStory story = stories.get(place);
                after = after.apart(changes(story.published(), time)).told(story.stance(), track.weight(place));
                time = story.published();
            }
            boolean told = place >= 0 && month(stories.get(place)).equals(month);
            Instant shown = told ? stories.get(place).published() : end(month);
            after = after.apart(changes(shown, time));
            time = shown;
            beliefs.addFirst(after);
        }
        return beliefs;
    }

    private static double changes(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds() / YEAR_SECONDS / ShiftRule.COURSE_YEARS;
    }

    private static Instant end(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static YearMonth month(ToldStory story) {
        return YearMonth.from(story.published().atOffset(ZoneOffset.UTC));
    }
}
