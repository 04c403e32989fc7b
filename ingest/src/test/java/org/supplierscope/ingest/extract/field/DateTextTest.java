package org.supplierscope.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.date.DayOrder;

class DateTextTest {

    private static String read(String text) {
        return new DateText(DayOrder.DAY_FIRST)
                .read(text)
                .map(PublicationDate::iso)
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-04T23:30:00+08:00           | 2025-03-04T23:30:00+08:00",
                "2025-03-04T23:30:00.123456-0500     | 2025-03-04T23:30:00-05:00",
                "2025-03-04T23:30Z                   | 2025-03-04T23:30:00Z",
                "Tue, 04 Mar 2025 23:30:10 GMT       | 2025-03-04T23:30:10Z",
                "March 4, 2025 11:30 PM +0100        | 2025-03-04T23:30:00+01:00",
                "March 4, 2025 12:05 am UTC          | 2025-03-04T00:05:00Z",
            })
    void keepsTheOffsetOfThePublisher(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-03-04T23:30:00     | 2025-03-04",
                "2025-03-04 23:30        | 2025-03-04",
                "2025-03-04T99:99:00Z    | 2025-03-04",
                "2025-03-04T10:00+99:00  | 2025-03-04",
            })
    void givesAPlainDateWhereTimeOrOffsetIsMissingOrImpossible(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "中華民國114年3月4日     | 2025-03-04",
                "民國 113 年 12 月 31 日 | 2024-12-31",
                "民國114/03/04           | 2025-03-04",
                "發布日期：114年3月4日   | 2025-03-04",
                "民國99年1月5日          | 2010-01-05",
            })
    void countsYearsOfTheRepublicOfChinaFrom1912(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025年3月4日 星期二       | 2025-03-04",
                "2025년 3월 4일            | 2025-03-04",
                "입력 2025.03.04. 오전     | 2025-03-04",
                "公開日 2025/3/4           | 2025-03-04",
                "20250304                  | 2025-03-04",
            })
    void readsTheFormsOfEastAsia(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Published March 4th, 2025       | 2025-03-04",
                "4th of March 2025               | 2025-03-04",
                "04-Mar-2025                     | 2025-03-04",
                "Dienstag, 4. März 2025          | 2025-03-04",
                "le mardi 4 mars 2025            | 2025-03-04",
                "1er août 2025                   | 2025-08-01",
                "4 de marzo de 2025              | 2025-03-04",
                "4 marzo 2025                    | 2025-03-04",
                "4 de março de 2025              | 2025-03-04",
                "4 maart 2025                    | 2025-03-04",
                "4 марта 2025 г.                 | 2025-03-04",
                "4 marca 2025                    | 2025-03-04",
                "4. helmikuuta 2025              | 2025-02-04",
                "4 Şubat 2025                    | 2025-02-04",
                "Version 12 was shown on 4 May 2025 | 2025-05-04",
            })
    void readsNamedMonthsOfManyLanguages(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @Test
    void readsFiguresInTheOrderOfTheLanguageWhereTheyLeaveAChoice() {
        var american = new DateText(DayOrder.of("en-US"));
        var british = new DateText(DayOrder.of("en-GB"));

        assertThat(american.read("03/04/2025").orElseThrow().iso()).isEqualTo("2025-03-04");
        assertThat(british.read("03/04/2025").orElseThrow().iso()).isEqualTo("2025-04-03");
        assertThat(british.read("03/14/2025").orElseThrow().iso()).isEqualTo("2025-03-14");
        assertThat(american.read("14/03/2025").orElseThrow().iso()).isEqualTo("2025-03-14");
    }

    @Test
    void readsFiguresPartedByDotsOrDashesDayFirstEverywhere() {
        var american = new DateText(DayOrder.MONTH_FIRST);

        assertThat(american.read("03.04.2025").orElseThrow().iso()).isEqualTo("2025-04-03");
        assertThat(american.read("03-04-2025").orElseThrow().iso()).isEqualTo("2025-04-03");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1970-01-01T00:00:00Z | none",
                "2099-12-31           | none",
                "2025-02-30           | none",
                "2025-13-01           | none",
                "31 Juny 2025         | none",
                "call 0800 12 2025    | none",
                "no figures at all    | none",
            })
    void refusesDatesThatCannotBe(String text, String expected) {
        assertThat(read(text)).isEqualTo(expected);
    }

    @Test
    void tellsALineThatIsNothingButADate() {
        var dates = new DateText(DayOrder.DAY_FIRST);

        assertThat(dates.isNothingElse("Tuesday, 4 March 2025, 10:15 a.m.")).isTrue();
        assertThat(dates.isNothingElse("On 4 March 2025 the plant at the river opened its second hall."))
                .isFalse();
        assertThat(dates.isNothingElse("Chapter 4")).isFalse();
    }
}
