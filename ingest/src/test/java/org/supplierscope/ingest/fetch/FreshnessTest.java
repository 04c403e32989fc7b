package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// F7: what a server says of how long its answer lasts, and what it says in vain.
class FreshnessTest {

    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private static Freshness of(String... fields) {
        List<Map.Entry<String, String>> headers = new ArrayList<>();
        for (String field : fields) {
            headers.add(Map.entry(
                    field.substring(0, field.indexOf(':')),
                    field.substring(field.indexOf(':') + 1).strip()));
        }
        return Freshness.of(headers, NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=600 | PT10M",
                "public, Max-Age = 600 , must-revalidate | PT10M",
                "max-age=\"600\" | PT10M",
                "max-age=0 | PT0S",
                "max-age=600, max-age=60 | PT1M",
                "s-maxage=900 | PT15M",
                "s-maxage=86400, max-age=60 | PT1M",
                "no-store, max-age=600 | PT0S",
                "no-cache | PT0S",
                "no-cache=set-cookie, max-age=600 | PT10M",
                "max-age=99999999999999999999 | PT596523H14M8S",
                "max-age=00000000000600 | PT10M"
            })
    void lastsAsLongAsCacheControlSays(String value, Duration remaining) {
        assertThat(of("cache-control: " + value).remaining()).isEqualTo(remaining);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''",
                "max-age",
                "max-age=",
                "max-age=-1",
                "max-age=ten",
                "max-age=6e2",
                "max-age=0x10",
                "xmax-age=600",
                "max-age=600s",
                "private",
                ",,,=,"
            })
    void whatCannotBeReadIsNotTold(String value) {
        assertThat(of("Cache-Control: " + value).remaining()).isNull();
    }

    @Test
    void readsTheDirectiveThatStandsBesideOneThatCannotBeRead() {
        assertThat(of("Cache-Control: max-age=soon", "Cache-Control: s-maxage=60")
                        .remaining())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void expiryCountsByTheServersOwnClock() {
        String expires = "Expires: Wed, 04 Mar 2020 10:30:00 GMT";

        assertThat(of(expires, "Date: Wed, 04 Mar 2020 10:00:00 GMT").remaining())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(of("Expires: Wed, 04 Mar 2026 12:30:00 GMT").remaining()).isEqualTo(Duration.ofMinutes(30));
        assertThat(of("Expires: Wednesday, 04-Mar-26 12:30:00 GMT").remaining()).isEqualTo(Duration.ofMinutes(30));
        assertThat(of("Expires: Wed, 04 Mar 2026 12:30:00 GMT", "Date: yesterday")
                        .remaining())
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void whatIsPastHasExpired() {
        assertThat(of("Expires: Thu, 01 Jan 1970 00:00:00 GMT").remaining()).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "never", "''", "'Wed, 99 Mar 2026 12:30:00 GMT'"})
    void anExpiryThatIsNoDateIsNotTold(String value) {
        assertThat(of("Expires: " + value).remaining()).isNull();
    }

    @Test
    void cacheControlComesBeforeExpiry() {
        assertThat(of("Expires: Wed, 04 Mar 2026 18:00:00 GMT", "Cache-Control: max-age=60")
                        .remaining())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"60, PT9M", "600, PT0S", "99999999999999999999, PT0S", "-60, PT10M", "old, PT10M"})
    void whatTheAnswerSpentInCachesIsTakenOff(String age, Duration remaining) {
        assertThat(of("Cache-Control: max-age=600", "Age: " + age).remaining()).isEqualTo(remaining);
    }

    @Test
    void nothingIsTold() {
        assertThat(of().remaining()).isNull();
        assertThat(of("Last-Modified: Wed, 04 Mar 2026 10:30:00 GMT").remaining())
                .isNull();
    }
}
