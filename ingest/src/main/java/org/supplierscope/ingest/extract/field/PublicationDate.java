package org.supplierscope.ingest.extract.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A day as the publisher wrote it, and the moment when time and offset are written too.
///
/// @param day the day at the publisher's place; never shifted to another zone
/// @param moment null when the page gives no time or no offset for it
record PublicationDate(LocalDate day, @Nullable OffsetDateTime moment) {

    /// Earlier dates are the epoch of a content system or a date of the story, not of its publication.
    private static final int FIRST_YEAR = 1980;
    /// Later ones mark pages that never expire.
    private static final int LAST_YEAR = 2089;

    /// A day, if it exists and is plausible.
    static Optional<PublicationDate> of(int year, int month, int dayOfMonth) {
        return of(year, month, dayOfMonth, null, null);
    }

    /// A day with its time, if both exist; time and offset are left out unless both are given.
    static Optional<PublicationDate> of(
            int year, int month, int dayOfMonth, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(year, month, dayOfMonth);
            boolean exact = time != null && offset != null;
            return Optional.of(new PublicationDate(day, exact ? OffsetDateTime.of(day, time, offset) : null));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Without time and offset.
    PublicationDate dayOnly() {
        return new PublicationDate(day, null);
    }

    /// Whether it is later, by the moments where both are known, else by the days.
    boolean isAfter(PublicationDate other) {
        return moment != null && other.moment != null ? moment.isAfter(other.moment) : day.isAfter(other.day);
    }

    /// ISO 8601: the moment with seconds and offset, or the plain date.
    String iso() {
        return moment == null ? day.toString() : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }
}
