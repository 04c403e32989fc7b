package org.supplierscope.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrapFormTest {

    private static @Nullable TrapForm trap(String pathAndQuery) {
        return TrapForm.of(
                Objects.requireNonNull(CanonicalAddress.parse("https://example.org" + pathAndQuery), pathAndQuery),
                2026);
    }

    // F12
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u                    | TOO_DEEP
            /news/news/news/story                                         | REPEATED_SEGMENTS
            /news/img/news/img/news/img/story                             | REPEATED_SEGMENTS
            /a/css/b/css/c/css/d/css/e                                    | REPEATED_SEGMENTS
            /1/1/1/1                                                      | REPEATED_SEGMENTS
            /calendar/2026/11                                             | CALENDAR
            /calendar/2026-11-22                                          | CALENDAR
            /events/20261122/                                             | CALENDAR
            /en/kalender?day=22                                           | CALENDAR
            /whats-on?tribe-bar-date=2026-11-01                           | CALENDAR
            /whats-on?ical=1                                              | CALENDAR
            /archive/2031/05/                                             | CALENDAR
            /archive?date=2031-05                                         | CALENDAR
            /a?mysession=8f3kd93jd83kd02k                                 | SESSION
            /a?id=7&token=8f3kd93jd83kd02kd83                             | SESSION
            /a?f=1&f=2&f=3&f=4                                            | GROWING_QUERY
            /a?a=1&b=2&c=3&d=4&e=5&f=6&g=7&h=8&i=9&j=1&k=2&l=3&m=4        | GROWING_QUERY
            /login?back=%2Fa%3Fback%3D%252Fa%253Fback%253D%25252Fa        | GROWING_QUERY
            /go?to=https%3A%2F%2Fexample.org%2Fgo%3Fto%3Dhttps%253A%252F%252Fexample.org%252F | GROWING_QUERY
            """)
    void recognisesWhatSitesMakeWithoutEnd(String pathAndQuery, TrapForm form) {
        assertThat(trap(pathAndQuery)).isEqualTo(form);
    }

    // F12: and no honest address.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/news/2026/11/22/foundry-raises-prices-again",
                "/2011/11/11/11-things-to-know",
                "/11/11/11/armistice",
                "/news/news/a-story",
                "/world/asia/asia/a-story",
                "/events/2026/11/foundry-opens-its-doors-in-dresden",
                "/calendar/about",
                "/agenda/chips-act-is-on-the-agenda",
                "/article.php?id=20261122001",
                "/article?sid=17&lang=en&page=2",
                "/ct.asp?xItem=203&ctNode=11&mp=1",
                "/a?date=2026-11-22",
                "/1987/05/old-news",
                "/vision/2030/plan",
                "/vision-2030/05-steps",
                "/share?url=https%3A%2F%2Fexample.org%2Fa",
                "/web/2026/https://example.com/a",
                "/a?tag=x&tag=y&tag=z",
                "/a?q=50%25",
                "/n?session=spring-2026",
                "/n?presid=12"
            })
    void letsHonestAddressesPass(String pathAndQuery) {
        assertThat(trap(pathAndQuery)).isNull();
    }

    @Test
    void looksAtTheLongestAddressesInNoTime() {
        String[] paths = {
            "/" + "a/".repeat(980), "/?" + "a&".repeat(980), "/?sid=" + "1".repeat(1900), "/?a=" + "%25".repeat(600)
        };

        long start = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            for (String path : paths) {
                trap(path);
            }
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void tellsEachReasonInWords() {
        for (TrapForm form : TrapForm.values()) {
            assertThat(form.reason()).as(form.name()).contains(" ").doesNotEndWith(".");
        }
    }
}
