package org.supplierscope.analysis.strategy;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.supplierscope.analysis.published.TimelineMonth;

/// Draws a track of stories month by month.
final class Timeline {

    /// Fifteen years: a record of less than 20 kB.
    private static final int MOST_MONTHS = 180;

    /// A story counts half after six months: courses hold for years, and a quarter's news should
    /// show.
    private static final double MONTHLY = Math.pow(0.5, 1 / 6.0);

    /// After five years a story counts a thousandth, so that none before need be looked at.
    private static final int FORGOTTEN = 60;

    private Timeline() {}

    /// The months from the first story to the last, at most the last 180.
    static List<TimelineMonth> months(CourseTrack track) {
        List<ToldStory> stories = track.stories();
        List<TimelineMonth> months = new ArrayList<>();
        double precise = 0;
        double broad = 0;
        int place = 0;
        if (stories.isEmpty()) {
            return months;
        }
        YearMonth last = month(stories.getLast());
        YearMonth begin = last.minusMonths(MOST_MONTHS - 1);
        YearMonth month = month(stories.getFirst());
        if (month.isBefore(begin.minusMonths(FORGOTTEN))) {
            month = begin.minusMonths(FORGOTTEN);
            while (month(stories.get(place)).isBefore(month)) {
                place++;
            }
        }
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            precise *= MONTHLY;
            broad *= MONTHLY;
            int told = 0;
            for (; place < stories.size() && month(stories.get(place)).equals(month); place++) {
                double weight = track.weight(place);
                int sign = ToldStory.sign(stories.get(place).stance());
                precise += weight * (1 + sign) / 2;
                broad += weight * (1 - sign) / 2;
                told++;
            }
            if (!month.isBefore(begin)) {
                Balance balance = Balance.of(precise, broad);
                months.add(new TimelineMonth(month, balance.mean(), balance.low(), balance.high(), told));
            }
        }
        return months;
    }

    private static YearMonth month(ToldStory story) {
        return YearMonth.from(story.published().atOffset(ZoneOffset.UTC));
    }
}
