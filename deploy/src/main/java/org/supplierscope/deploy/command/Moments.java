package org.supplierscope.deploy.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// Dates and times as they are typed: `2026-03-04`, a whole day in UTC, or `2026-03-04T05:06:07Z` with any
/// offset.
final class Moments {

    private Moments() {}

    /// Where a span begins; null when nothing was typed.
    static @Nullable Instant from(CommandSpec command, String option, @Nullable String typed) {
        return typed == null ? null : moment(command, option, typed, 0);
    }

    /// Where a span ends; a day is taken to its end. Null when nothing was typed.
    static @Nullable Instant to(CommandSpec command, String option, @Nullable String typed) {
        return typed == null ? null : moment(command, option, typed, 1);
    }

    private static Instant moment(CommandSpec command, String option, String typed, int days) {
        try {
            return typed.length() == 10
                    ? LocalDate.parse(typed)
                            .plusDays(days)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                    : OffsetDateTime.parse(typed).toInstant();
        } catch (DateTimeException e) {
            throw new ParameterException(
                    command.commandLine(),
                    option + " must be a date such as 2026-03-04 or a time such as 2026-03-04T05:06:07Z, not '" + typed
                            + "'.");
        }
    }
}
