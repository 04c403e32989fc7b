package org.supplierscope.ingest.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/// The Retry-After header (RFC 9110, section 10.2.3): seconds, or a date that counts from the server's own
/// clock.
final class RetryAfter {

    private RetryAfter() {}

    /// How long the server asked us to wait, never negative; null when it did not say, or not so that it can
    /// be read.
    static @Nullable Duration parse(@Nullable Header retryAfter, @Nullable Header date) {
        if (retryAfter == null || retryAfter.getValue() == null) {
            return null;
        }
        String value = retryAfter.getValue().strip();
        if (value.matches("\\d++")) {
            return value.length() > 9 ? Freshness.LONGEST : Duration.ofSeconds(Long.parseLong(value));
        }
        if (date == null || date.getValue() == null) {
            return null;
        }
        try {
            var wait = Duration.between(
                    ZonedDateTime.parse(date.getValue().strip(), DateTimeFormatter.RFC_1123_DATE_TIME),
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
