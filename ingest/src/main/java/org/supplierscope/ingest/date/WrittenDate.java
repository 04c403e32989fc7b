package org.supplierscope.ingest.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A date as its publisher wrote it: the day on the publisher's calendar, and time and offset as far as told.
///
/// @param day from year 1 to 9999; the first of the month or year where no day was written
/// @param hasDay whether a day was written, and not only its month or year
/// @param time null when none was written
/// @param offset from UTC; null when none was written, or a name that nobody can place
public record WrittenDate(
        LocalDate day,
        boolean hasDay,
        @Nullable LocalTime time,
        @Nullable ZoneOffset offset) {

    /// Whether a time of day was written.
    public boolean hasTime() {
        return time != null;
    }

    /// The moment with the publisher's offset; null unless both time and offset are known.
    public @Nullable OffsetDateTime moment() {
        return time == null || offset == null ? null : OffsetDateTime.of(day, time, offset);
    }

    /// The moment, where a missing time is the start of the day and a missing offset is UTC.
    public Instant instant() {
        return OffsetDateTime.of(
                        day, time == null ? LocalTime.MIDNIGHT : time, offset == null ? ZoneOffset.UTC : offset)
                .toInstant();
    }
}
