package org.supplierscope.analysis.strategy;

import java.time.Duration;

/// When a change of course is told: as soon as its odds are such that false alarms stay below a
/// rate.
///
/// The odds of a change, divided by the changes that are expected of the time that has passed,
/// are a martingale as long as nothing changes. Hence the mean time between false alarms is at
/// least the odds from which a change is told divided by the changes expected a year (Pollak,
/// Annals of Statistics 13, 1985), however many stories a year there are.
///
/// @param changesPerYear how often a supplier's course is believed to change when alarms are
/// weighed, above 0; the rarer, the less a belief leaks away between the stories of a quiet
/// supplier
/// @param falseAlarmsPerYear the most false alarms that a supplier may be expected to raise,
/// above 0
/// @param dropped the probability that there was no change from which a told one is taken back
/// @param fresh how long after its publication news may be read and still be news
public record ShiftRule(double changesPerYear, double falseAlarmsPerYear, double dropped, Duration fresh) {

    /// At most one false alarm in 40 years of a supplier, of whom one change in a century is
    /// believed. What arrives within 45 days is news: sources that publish late are read within a
    /// month.
    public static final ShiftRule STANDARD = new ShiftRule(1 / 100.0, 1 / 40.0, 0.9, Duration.ofDays(45));

    /// For what readers are told, the timeline and the confidence of a shift: documented courses
    /// of suppliers last two to eight years.
    static final double COURSE_YEARS = 8;

    /// Checks the ranges.
    public ShiftRule {
        if (!(changesPerYear > 0 && falseAlarmsPerYear > 0 && dropped > 0 && dropped < 1)) {
            throw new IllegalArgumentException(
                    changesPerYear + " changes and " + falseAlarmsPerYear + " false alarms a year, dropped " + dropped);
        }
    }

    /// Whether a change of this probability is told.
    boolean tells(double probability) {
        return probability * falseAlarmsPerYear > (1 - probability) * changesPerYear;
    }

    /// The probability of a change for one who believes that a course lasts eight years. The odds
    /// of a change grow in proportion to how often changes are believed to happen.
    ///
    /// @param probability by the belief of this rule
    double confidence(double probability) {
        double odds = probability / (COURSE_YEARS * changesPerYear);
        return odds / (odds + 1 - probability);
    }

    /// The rule by which a shift that was told is kept: half as strict, so that a late article
    /// cannot make it come and go.
    ShiftRule forKeeping() {
        return new ShiftRule(changesPerYear, 2 * falseAlarmsPerYear, dropped, fresh);
    }

    /// The rule by which old news may tell a shift: twice as strict, so that what a crawl finds next
    /// hardly ever takes it back.
    ShiftRule forOldNews() {
        return new ShiftRule(changesPerYear, falseAlarmsPerYear / 2, dropped, fresh);
    }
}
