package org.supplierscope.ingest.feed;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.DateReader;
import org.supplierscope.ingest.date.WrittenDate;

/// When something in a feed was published or changed.
final class FeedDates {

    /// No news is older than the web, and a year of five digits is a slip that no database needs to hold.
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private static final int LENGTH_OF_RFC_1123 = "Wed, 04 Mar 2026 09:30:00 +0800".length();
    private static final int LENGTH_OF_ISO = "2026-03-04T09:30:00+08:00".length();

    private FeedDates() {}

    /// The instant that is meant, or null when none is.
    static @Nullable Instant read(String text) {
        String stripped = text.strip();
        Instant instant = usual(stripped);
        if (instant == null) {
            WrittenDate date = DateReader.read(stripped);
            instant = date == null ? null : date.instant();
        }
        return instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
    }

    /// The two forms that nearly all feeds use, to the letter, since looking for all others takes fifty times
    /// as long and a feed has thousands of dates.
    private static @Nullable Instant usual(String text) {
        DateTimeFormatter form = text.length() == LENGTH_OF_RFC_1123 && text.charAt(3) == ','
                ? DateTimeFormatter.RFC_1123_DATE_TIME
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        boolean usual = text.length() == LENGTH_OF_RFC_1123
                || text.length() == LENGTH_OF_ISO
                || (text.length() == LENGTH_OF_ISO - 5 && text.endsWith("Z"));
        try {
            var end = new ParsePosition(0);
            // Unresolved first: it tells without an exception that the form is another.
            boolean fits = usual && form.parseUnresolved(text, end) != null && end.getIndex() == text.length();
            return fits ? form.parse(text, OffsetDateTime::from).toInstant() : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
