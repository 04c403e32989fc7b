package org.supplierscope.deploy.command;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.strategy.Report;
import org.supplierscope.analysis.strategy.ShiftRule;
import org.supplierscope.analysis.strategy.StrategyWatch;
import org.supplierscope.analysis.strategy.Subject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Shifts of course in streams of stances.
@Command(
        name = "shifts",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Read what was said of suppliers in the order in which it arrived, and print each shift as it is told.",
            "A shift that is taken back afterwards stays printed."
        })
final class LabShiftsCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = {
                "JSON lines {\"supplier\",\"published\",\"stance\",\"confidence\"?,\"story\"?,\"source\"?};",
                "- for standard input. A line without a story or a source has one of its own."
            })
    private String input = "-";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    private final Map<String, StrategyWatch> watches = new HashMap<>();
    private final Map<String, Instant> latest = new HashMap<>();
    private final Set<String> printed = new HashSet<>();
    private int arrived;

    /// A line of input.
    record Told(
            @Nullable String supplier,
            @Nullable String published,
            @Nullable Stance stance,
            @Nullable Double confidence,
            @Nullable String story,
            @Nullable String source) {}

    /// A line of output.
    record Shift(String supplier, Stance from, Stance to, String at, String detected, double confidence, int stories) {}

    @Override
    public Integer call() throws IOException {
        var lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        lines.read(input, Told.class, told -> take(told, lines));
        return lines.exitCode();
    }

    private void take(Told told, JsonLines lines) throws IOException {
        String supplier = told.supplier();
        Stance stance = told.stance();
        if (supplier == null || told.published() == null || stance == null) {
            throw new IOException("the keys 'supplier', 'published' and 'stance' are needed");
        }
        double confidence = Objects.requireNonNullElse(told.confidence(), 1.0);
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IOException("the confidence " + confidence + " is not from 0 to 1");
        }
        Instant published = instant(told.published());
        arrived++;
        // The latest publication so far is the time of reading: there is no other clock in the lines, and a
        // file may hold one supplier after the other.
        Instant now = latest.merge(supplier, published, (one, other) -> one.isAfter(other) ? one : other);
        if (stance == Stance.NONE) {
            return;
        }
        String own = "line " + arrived;
        var report = new Report(
                own,
                Objects.requireNonNullElse(told.story(), own),
                Objects.requireNonNullElse(told.source(), own),
                published,
                now,
                true,
                stance,
                confidence,
                null,
                null);
        watches
                .computeIfAbsent(supplier, id -> new StrategyWatch(new Subject(id, id, null), ShiftRule.STANDARD))
                .take(report)
                .stream()
                .filter(shift -> !shift.revoked() && printed.add(shift.id()))
                .forEach(shift -> lines.print(line(shift)));
    }

    private static Shift line(StrategyShift shift) {
        return new Shift(
                shift.supplier(),
                shift.from(),
                shift.to(),
                shift.at().toString(),
                shift.detected().toString(),
                Math.round(shift.confidence() * 1000) / 1000.0,
                shift.stories());
    }

    private static Instant instant(String published) throws IOException {
        try {
            return published.length() == 10
                    ? LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(published).toInstant();
        } catch (DateTimeException e) {
            throw new IOException("'published' is no ISO 8601 date or time with an offset", e);
        }
    }
}
