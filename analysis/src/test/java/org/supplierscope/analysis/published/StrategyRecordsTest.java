package org.supplierscope.analysis.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrategyRecordsTest {

    private static final Instant AT = Instant.parse("2019-07-18T00:00:00Z");

    private static final StrategyShift SHIFT = new StrategyShift(
            "largan-precision:optics:precision:2019-07",
            "largan-precision",
            "Largan Precision",
            "optics",
            Stance.BREADTH,
            Stance.PRECISION,
            AT,
            Instant.parse("2019-11-02T08:30:00Z"),
            0.75,
            4,
            List.of(new ShiftEvidence(
                    "Largan adds lines for cars.",
                    Stance.BREADTH,
                    "00112233445566778899aabbccddeeff",
                    null,
                    "Example News",
                    Instant.parse("2018-01-15T00:00:00Z"),
                    "00112233445566778899aabbccddeeff")),
            List.of(new ShiftEvidence(
                    "大立光專注高階鏡頭。",
                    Stance.PRECISION,
                    "ffeeddccbbaa99887766554433221100",
                    URI.create("https://news.example/2019/lens"),
                    "Example News",
                    AT,
                    "ffeeddccbbaa99887766554433221100")),
            false,
            null,
            "shifts-1");

    private static final StrategyTimeline TIMELINE = new StrategyTimeline(
            "largan-precision",
            "Largan Precision",
            "optics",
            List.of(
                    new TimelineMonth(YearMonth.of(2019, 6), -0.333, -0.9, 0.35, 1),
                    new TimelineMonth(YearMonth.of(2019, 7), 0.1, -0.55, 0.7, 2)),
            List.of(TimelineTurn.of(SHIFT, true)),
            "shifts-1");

    private static String golden() throws IOException {
        return GoldenFile.of(AnalysisTopics.SHIFTS, "shift-v1.json").text();
    }

    @Test
    void writesAndReadsTheGoldenShiftByteForByte() throws IOException {
        GoldenFile.of(AnalysisTopics.SHIFTS, "shift-v1.json").isWrittenAndReadAs(SHIFT);
    }

    @Test
    void writesAndReadsTheGoldenRevocationByteForByte() throws IOException {
        StrategyShift revoked = SHIFT.revokedFor("later stories did not bear it out");

        GoldenFile.of(AnalysisTopics.SHIFTS, "shift-revoked-v1.json").isWrittenAndReadAs(revoked);
        assertThat(revoked.reinstated()).isEqualTo(SHIFT);
    }

    @Test
    void writesAndReadsTheGoldenTimelineByteForByte() throws IOException {
        GoldenFile.of(AnalysisTopics.STRATEGIES, "timeline-v1.json").isWrittenAndReadAs(TIMELINE);
    }

    @Test
    void readsPastFieldsThatItDoesNotKnow() throws IOException {
        String newer = golden().replace("{\"id\":", "{\"mood\":[{}],\"id\":")
                .replace("{\"sentence\":", "{\"weight\":0.5,\"sentence\":");

        assertThat(newer).contains("mood", "weight");
        assertThat(GoldenFile.read(AnalysisTopics.SHIFTS, newer)).isEqualTo(SHIFT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id",
                "supplier",
                "name",
                "from",
                "to",
                "at",
                "detected",
                "confidence",
                "stories",
                "before",
                "after",
                "revoked",
                "model"
            })
    void refusesAShiftThatLacksAField(String field) throws IOException {
        String lacking = golden().replace("\"" + field + "\":", "\"no-" + field + "\":");

        assertThatThrownBy(() -> GoldenFile.read(AnalysisTopics.SHIFTS, lacking))
                .isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "\"from\":\"BREADTH\", \"from\":\"PRECISION\"",
        "\"from\":\"BREADTH\", \"from\":\"MIXED\"",
        "\"confidence\":0.75, \"confidence\":1.5",
        "\"stories\":4, \"stories\":0",
        "\"revoked\":false, \"revoked\":true",
        "\"detected\":\"2019, \"detected\":\"2018"
    })
    void refusesAShiftThatCannotBe(String field, String wrong) throws IOException {
        String golden = golden();
        assertThat(golden).contains(field);

        assertThatThrownBy(() -> GoldenFile.read(AnalysisTopics.SHIFTS, golden.replace(field, wrong)))
                .isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @CsvSource({"-1.1,0,0", "-0.5,-0.6,0", "0,0.5,0.4", "0,0.5,1.1", "NaN,0,0"})
    void refusesAMonthWhoseIntervalDoesNotHoldItsBalance(double low, double balance, double high) {
        assertThatThrownBy(() -> new TimelineMonth(YearMonth.of(2019, 7), balance, low, high, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
