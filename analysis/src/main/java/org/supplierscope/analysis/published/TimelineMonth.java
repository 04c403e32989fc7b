package org.supplierscope.analysis.published;

import static java.util.Objects.requireNonNull;

import java.time.YearMonth;

/// A supplier's course when the last story of a month was told, or at the end of a month without
/// one, by all stories that are known now, those told later too.
///
/// @param month such as `2026-03`, in UTC
/// @param balance from −1 (all breadth) to +1 (all precision): the mean of what is believed
/// @param low the true balance is below this with a probability of 5 %
/// @param high the true balance is above this with a probability of 5 %
/// @param stories how many stories of this month told a course
public record TimelineMonth(YearMonth month, double balance, double low, double high, int stories) {

    /// Checks that the month is there, and the ranges.
    public TimelineMonth {
        requireNonNull(month, "month");
        if (!(-1 <= low && low <= balance && balance <= high && high <= 1) || stories < 0) {
            throw new IllegalArgumentException(low + " to " + balance + " to " + high + ", stories " + stories);
        }
    }
}
