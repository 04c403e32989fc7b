package org.supplierscope.analysis.strategy;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import org.supplierscope.analysis.published.Stance;

/// What all reports of one story together say of a supplier's course. It counts once, however
/// many copies there are.
///
/// @param story its id
/// @param published when its first report was published
/// @param stance what its reports say, each weighted by its confidence; MIXED unless two thirds
/// agree
/// @param confidence of the surest report that says so
/// @param sources who told it
/// @param lead the surest report that says so
record ToldStory(String story, Instant published, Stance stance, double confidence, Set<String> sources, Report lead)
        implements Comparable<ToldStory> {

    private static final double AGREED = 2.0 / 3;

    private static final Comparator<ToldStory> ORDER =
            Comparator.comparing(ToldStory::published).thenComparing(ToldStory::story);

    /// Surest first; ties by what does not depend on the order of arrival.
    private static final Comparator<Report> SUREST = Comparator.comparingDouble(Report::confidence)
            .reversed()
            .thenComparing(Report::published)
            .thenComparing(Report::article);

    /// @param reports of one story, at least one
    static ToldStory of(Collection<Report> reports) {
        double precise = 0;
        double broad = 0;
        Set<String> sources = new TreeSet<>();
        Instant published = Instant.MAX;
        for (Report report : reports) {
            double half = report.confidence() / 2;
            precise += half * (1 + sign(report.stance()));
            broad += half * (1 - sign(report.stance()));
            sources.add(report.source());
            published = report.published().isBefore(published) ? report.published() : published;
        }
        double all = precise + broad;
        Stance stance = Stance.MIXED;
        if (all > 0 && precise >= AGREED * all) {
            stance = Stance.PRECISION;
        } else if (all > 0 && broad >= AGREED * all) {
            stance = Stance.BREADTH;
        }
        Stance agreed = stance;
        Report lead = reports.stream()
                .min(Comparator.comparing((Report report) -> report.stance() != agreed)
                        .thenComparing(SUREST))
                .orElseThrow();
        return new ToldStory(lead.story(), published, stance, lead.confidence(), sources, lead);
    }

    /// +1 for PRECISION, −1 for BREADTH, 0 for what points to neither.
    static int sign(Stance stance) {
        return switch (stance) {
            case PRECISION -> 1;
            case BREADTH -> -1;
            case MIXED, NONE -> 0;
        };
    }

    /// In order of publication.
    @Override
    public int compareTo(ToldStory other) {
        return ORDER.compare(this, other);
    }
}
