package org.supplierscope.search.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.supplierscope.analysis.published.TimelineMonth;

/// A row of a course over time: months in a row of which the same is to be said.
///
/// @param from its first month
/// @param to its last
/// @param length how many months they are, from 1
/// @param course at the end of the last
/// @param stories how many independent stories told a course in them
public record CourseRow(YearMonth from, YearMonth to, int length, Course course, int stories) {

    /// One row for each run of months whose course is told in the same words, newest first.
    static List<CourseRow> runs(List<TimelineMonth> months) {
        List<CourseRow> rows = new ArrayList<>();
        for (TimelineMonth month : months) {
            CourseRow row = of(month);
            boolean same = !rows.isEmpty() && rows.getLast().course.words().equals(row.course.words());
            rows.add(same ? rows.removeLast().then(row) : row);
        }
        return rows.reversed();
    }

    /// One row for each month, newest first.
    static List<CourseRow> months(List<TimelineMonth> months) {
        return months.stream().map(CourseRow::of).toList().reversed();
    }

    private static CourseRow of(TimelineMonth month) {
        return new CourseRow(month.month(), month.month(), 1, Course.of(month), month.stories());
    }

    private CourseRow then(CourseRow next) {
        return new CourseRow(from, next.to, length + next.length, next.course, stories + next.stories);
    }
}
