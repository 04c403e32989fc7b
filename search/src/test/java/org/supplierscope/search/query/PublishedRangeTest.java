package org.supplierscope.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedRangeTest {

    private static @Nullable Instant start(@Nullable String day) {
        return day == null
                ? null
                : LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 2019-01-01, 2020-01-01",
        "2019-07, 2019-07-01, 2019-08-01",
        "2019-12, 2019-12-01, 2020-01-01",
        "2020-02, 2020-02-01, 2020-03-01",
        "2020-02-28, 2020-02-28, 2020-02-29",
        "2020-02-29, 2020-02-29, 2020-03-01",
        "2018..2019, 2018-01-01, 2020-01-01",
        "2018-06..2019-02-03, 2018-06-01, 2019-02-04",
        "2019-07-18..2019-07-18, 2019-07-18, 2019-07-19",
        "2019..2019-01-01, 2019-01-01, 2019-01-02",
        "2020.., 2020-01-01,",
        "..2020,, 2021-01-01",
        "9999, 9999-01-01, +10000-01-01"
    })
    void readsYearsMonthsDaysAndWhatLiesBetween(String text, @Nullable String from, @Nullable String to)
            throws QueryException {
        assertThat(PublishedRange.parse(text, 1)).isEqualTo(new Clause.Published(start(from), start(to)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "...",
                "....",
                "soon",
                "19",
                "201",
                "20190",
                "2019-13",
                "2019-00",
                "2019-7",
                "2019-02-29",
                "2019-07-32",
                "2019/07/18",
                "2019..2018",
                "2019-07..2019-06",
                "2019..soon",
                "2019...2020",
                "2018..2019..2020",
                "-999",
                "+999",
                "２０１９",
                "二〇一九",
                "2019-07-18T00:00:00Z"
            })
    void refusesWhatIsNoTime(String text) {
        var refused = catchThrowableOfType(QueryException.class, () -> PublishedRange.parse(text, 11));

        assertThat(refused).isNotNull();
        assertThat(refused.position()).isEqualTo(11);
        assertThat(refused.getMessage()).isNotBlank();
    }
}
