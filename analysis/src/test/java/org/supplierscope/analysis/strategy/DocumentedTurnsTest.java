package org.supplierscope.analysis.strategy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyShift;

/// Turns that suppliers are known to have made are found, in the right direction and at the right time.
class DocumentedTurnsTest {

    /// One case of the file.
    ///
    /// @param supplier its id
    /// @param from the course before
    /// @param to the course after
    /// @param month of the documented turn
    /// @param reports in order of publication
    record Case(String supplier, Stance from, Stance to, YearMonth month, List<Report> reports) {

        @Override
        public String toString() {
            return supplier + " " + from + " to " + to;
        }
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in =
                Objects.requireNonNull(DocumentedTurnsTest.class.getResourceAsStream("documented-turns.txt"))) {
            for (String line : new String(in.readAllBytes(), UTF_8).lines().toList()) {
                if (line.startsWith(">")) {
                    String[] head = line.split(" ", 5);
                    cases.add(new Case(
                            head[1], stance(head[2]), stance(head[3]), YearMonth.parse(head[4]), new ArrayList<>()));
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    List<Report> reports = cases.getLast().reports();
                    reports.add(report("a" + reports.size(), line.split(" ", 4)));
                }
            }
        }
        return cases;
    }

    private static Stance stance(String letter) {
        return letter.equals("P") ? Stance.PRECISION : Stance.BREADTH;
    }

    private static Report report(String article, String[] told) {
        Instant day = Reports.day(told[0]);
        return new Report(article, article, told[2], day, day, true, stance(told[1]), 0.7, told[3], null);
    }

    @Test
    void elevenCasesAreOnFile() throws IOException {
        assertThat(cases()).hasSize(11);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheTurnInTheRightDirection(Case known) {
        var watch = new StrategyWatch(new Subject(known.supplier(), known.supplier(), null), ShiftRule.STANDARD);

        List<StrategyShift> told = new ArrayList<>();
        known.reports().forEach(report -> told.addAll(watch.take(report)));

        assertThat(told).hasSize(1);
        StrategyShift shift = told.getFirst();
        assertThat(shift.from()).isEqualTo(known.from());
        assertThat(shift.to()).isEqualTo(known.to());
        assertThat(YearMonth.from(shift.at().atOffset(ZoneOffset.UTC))).isEqualTo(known.month());
        assertThat(shift.before()).isNotEmpty();
        assertThat(shift.after()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(watch.timeline().months().getLast().balance() > 0).isEqualTo(known.to() == Stance.PRECISION);
    }
}
