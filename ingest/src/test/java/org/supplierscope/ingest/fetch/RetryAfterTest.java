package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.hc.core5.http.message.BasicHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// F7: Retry-After as seconds, as a date, as garbage, negative, huge.
class RetryAfterTest {

    private static final BasicHeader NOW = new BasicHeader("Date", "Wed, 04 Mar 2026 10:00:00 GMT");

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "' 0 ', PT0S",
        "999999999, PT277777H46M39S",
        "99999999999999999999, PT596523H14M8S",
        "'Wed, 04 Mar 2026 10:05:00 GMT', PT5M",
        "'Wed, 04 Mar 2026 09:00:00 GMT', PT0S"
    })
    void isSecondsOrADateByTheServersOwnClock(String value, Duration wait) {
        assertThat(RetryAfter.parse(new BasicHeader("Retry-After", value), NOW)).isEqualTo(wait);
    }

    @ParameterizedTest
    @CsvSource({"''", "-1", "soon", "1e3", "'1,000'", "0x10", "'Wed, 99 Mar 2026 10:05:00 GMT'"})
    void saysNothingWhenItCannotBeRead(String value) {
        assertThat(RetryAfter.parse(new BasicHeader("Retry-After", value), NOW)).isNull();
    }

    @Test
    void saysNothingWhenThereIsNone() {
        var date = new BasicHeader("Retry-After", "Wed, 04 Mar 2026 10:05:00 GMT");

        assertThat(RetryAfter.parse(null, NOW)).isNull();
        assertThat(RetryAfter.parse(date, null)).isNull();
        assertThat(RetryAfter.parse(date, new BasicHeader("Date", "now"))).isNull();
    }
}
