package org.supplierscope.ingest.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DateReaderTest {

    /// Rows of `dates.tsv`, P4 of the reliability list among them.
    static Stream<Arguments> table() throws Exception {
        try (var in = Objects.requireNonNull(DateReaderTest.class.getResourceAsStream("dates.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .map(row -> Arguments.of(row[0], row[1]));
        }
    }

    // P4: localised months, the calendar of the Republic of China, 2099, 1970, no zone, impossible days
    @ParameterizedTest
    @MethodSource("table")
    void readsEachFormAndRefusesWhatCannotBeMeant(String text, String expected) {
        WrittenDate read = DateReader.read(text);

        Instant moment = read == null ? null : read.instant().truncatedTo(ChronoUnit.SECONDS);
        assertThat(String.valueOf(moment).replace("null", "NULL")).isEqualTo(expected);
    }

    @Test
    void keepsTheOffsetOfThePublisher() {
        WrittenDate read = Objects.requireNonNull(DateReader.read("Tue, 4 Mar 2025 23:30:00 +0800"));

        assertThat(read.day()).isEqualTo(LocalDate.of(2025, 3, 4));
        assertThat(read.offset()).isEqualTo(ZoneOffset.ofHours(8));
        assertThat(read.moment()).hasToString("2025-03-04T23:30+08:00");
    }

    @Test
    void tellsADayWithoutTimeFromMidnight() {
        assertThat(DateReader.read("2025-03-04")).matches(day -> !day.hasTime() && day.moment() == null);
        assertThat(DateReader.read("2025-03-04T00:00:00Z")).matches(WrittenDate::hasTime);
    }

    @Test
    void saysThatAZoneIsUnknownInsteadOfInventingOne() {
        assertThat(DateReader.read("Tue, 4 Mar 2025 10:05:00 XYZ")).matches(date -> date.offset() == null);
        assertThat(DateReader.read("2025-03-04 10:05")).matches(date -> date.offset() == null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3/4/2025         | DAY_FIRST   | 2025-04-03",
                "3/4/2025         | MONTH_FIRST | 2025-03-04",
                "03/04/25 10:05   | DAY_FIRST   | 2025-04-03",
                "14/3/2025        | MONTH_FIRST | 2025-03-14",
            })
    void readsFiguresInTheOrderOfThePublisher(String text, DayOrder order, LocalDate expected) {
        assertThat(DateReader.read(text, order)).matches(date -> date.day().equals(expected));
    }

    @Test
    void survivesAnyText() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        String[] pieces = {
            "2025", "03", "4", "99", "0", "-", "/", ".", ":", " ", ",", "T", "Z", "+", "+08:00", "GMT", "(", ")", "[",
            "mar", "Mär", "年", "月", "日", "民國", "令和", "元", "오후", "下午", "pm", "w", "W10", "\u0000", "\ud800", "٣", "'",
        };

        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            int length = random.nextInt(14);
            for (int j = 0; j < length; j++) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            WrittenDate read = DateReader.read(text.toString());
            assertThat(read == null || read.instant().isAfter(Instant.MIN))
                    .as("seed %d: %s", seed, text)
                    .isTrue();
        }
    }

    @Test
    void looksAtNoTextThatIsTooLongToBeADate() {
        String endless = "1:".repeat(2_000_000);

        Instant before = Instant.now();
        assertThat(DateReader.read(endless)).isNull();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }
}
