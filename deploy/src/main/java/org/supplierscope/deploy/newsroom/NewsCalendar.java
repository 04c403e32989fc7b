package org.supplierscope.deploy.newsroom;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Properties;

/// By how much the dates of all sites are moved: always whole weeks, so that a Friday stays a
/// Friday.
///
/// The newest piece tells of the day on which the newsroom was last written, and news that is
/// older than six weeks raises no alarm. So at the first start all dates are moved alike, until
/// the newest piece is of the week before; what happened how long after what stays true. The
/// sites say so at the foot of their pages. The number is kept with the ports, since a page whose
/// date moved at every start would be another page.
///
/// @param weeks from 0
record NewsCalendar(int weeks) {

    private static final String KEY = "calendar-weeks";

    NewsCalendar {
        if (weeks < 0) {
            throw new IllegalArgumentException("the calendar is moved by " + weeks + " weeks");
        }
    }

    /// The calendar that was kept, or a new one, which is then put to what is kept.
    ///
    /// @param kept the newsroom's settings
    /// @param newest when the newest piece was published
    static NewsCalendar of(Properties kept, OffsetDateTime newest, Clock clock) {
        String known = kept.getProperty(KEY);
        if (known != null) {
            return new NewsCalendar(Integer.parseInt(known));
        }
        long days = Duration.between(newest.toInstant(), clock.instant()).toDays();
        var calendar = new NewsCalendar((int) Math.max(0, days / 7));
        kept.setProperty(KEY, Integer.toString(calendar.weeks));
        return calendar;
    }

    /// A site with its dates moved.
    Site moved(Site site) {
        return site.with(site.pieces().stream()
                .map(piece -> piece.publishedAt(piece.published().plusWeeks(weeks)))
                .toList());
    }
}
