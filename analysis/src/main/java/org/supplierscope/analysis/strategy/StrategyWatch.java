package org.supplierscope.analysis.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.StrategyShift;
import org.supplierscope.analysis.published.StrategyTimeline;
import org.supplierscope.analysis.published.TimelineTurn;

/// Follows the course of one subject: takes reports in any order, tells each shift once, and
/// draws the timeline.
///
/// A story counts once, at the time of its first report, however many articles tell it. What the
/// timeline shows depends on the reports alone; only whether a change is told as a shift depends
/// on when they were read: what tipped it must have been news when it was read, and not long ago.
/// Not thread-safe.
public final class StrategyWatch {

    /// So many articles of a subject are kept, the latest published. They are years of news of
    /// the most talked-of supplier; what a course was before them is on record in the shifts.
    public static final int KEPT = 2_000;

    /// What is found of a silence before a turn may still show that there was none: old news
    /// tells no turn that follows a longer one. Archives are mostly brought in from their
    /// beginning, and until they have come to the present, a course of ten years looks like a
    /// turn of last week.
    private static final Duration SILENCE = Duration.ofDays(365);

    private final Subject subject;
    private final ShiftRule rule;
    private final Map<String, Report> reports = new HashMap<>();
    // In order of articles, so that sums do not depend on the order of arrival.
    private final Map<String, Map<String, Report>> reportsOfStory = new HashMap<>();
    private final Map<String, ToldStory> stories = new HashMap<>();
    private final CourseTrack track;
    private final ShiftLedger ledger;

    /// @param subject whose course it is
    /// @param rule when a change is told
    public StrategyWatch(Subject subject, ShiftRule rule) {
        this(subject, rule, List.of(), List.of());
    }

    /// Takes up where another watch of the subject stopped.
    ///
    /// @param subject whose course it is
    /// @param rule when a change is told
    /// @param reports what it had taken
    /// @param known what it had on record
    public StrategyWatch(Subject subject, ShiftRule rule, Collection<Report> reports, List<KnownShift> known) {
        this.subject = subject;
        this.rule = rule;
        this.track = new CourseTrack(rule);
        this.ledger = new ShiftLedger(known);
        reports.forEach(this::put);
    }

    /// Takes a report, in the place of an earlier one of the same article.
    ///
    /// @return shifts to be told, and to be taken back, in order
    public List<StrategyShift> take(Report report) {
        if (report.equals(reports.get(report.article()))) {
            return List.of();
        }
        put(report);
        boolean fresh = report.fresh(rule.fresh());
        return compare(new ShiftLedger.News(
                turn -> fresh || isNews(turn), report.seen().minus(rule.fresh())));
    }

    /// Forgets what an article said, since it says so no longer or was deleted.
    ///
    /// @return shifts to be taken back
    public List<StrategyShift> withdraw(String article) {
        if (!remove(article)) {
            return List.of();
        }
        return compare(new ShiftLedger.News(turn -> false, Instant.MIN));
    }

    /// The article that is to be forgotten because more than [#KEPT] are known. It still counts
    /// here, and will be missing where the watch is taken up again.
    public Optional<String> surplus() {
        return reports.size() <= KEPT
                ? Optional.empty()
                : reports.values().stream()
                        .min(Comparator.comparing(Report::published).thenComparing(Report::article))
                        .map(Report::article);
    }

    /// The timeline as far as it is known now.
    public StrategyTimeline timeline() {
        List<TimelineTurn> turns = ledger.known().stream()
                .filter(known -> !known.shift().revoked())
                .map(known -> TimelineTurn.of(known.shift(), known.told()))
                .sorted(Comparator.comparing(TimelineTurn::at).thenComparing(TimelineTurn::shift))
                .toList();
        return new StrategyTimeline(
                subject.supplier(), subject.name(), subject.theme(), Timeline.months(track), turns, Timeline.MODEL);
    }

    /// Changes that are on record, told ones and history, in the order in which they were found.
    public List<KnownShift> known() {
        return ledger.known();
    }

    private List<StrategyShift> compare(ShiftLedger.News news) {
        return ledger.compare(
                track.turns(),
                () -> turns(rule.forKeeping()),
                horizon(),
                news,
                new ShiftWriter(subject, track.stories())::shift);
    }

    /// Whether a turn that old news completes is news all the same. Crawls find the newest pieces
    /// of a site first, so what tips a turn is often read before what it turns from.
    private boolean isNews(Turn turn) {
        ToldStory tipping = track.stories().get(turn.raised());
        boolean read = reportsOfStory.getOrDefault(tipping.story(), Map.of()).values().stream()
                .anyMatch(report -> report.fresh(rule.fresh()));
        return read
                && turn.first() > 0
                && silence(turn).compareTo(SILENCE) <= 0
                && turns(rule.forOldNews()).stream()
                        .anyMatch(strict -> strict.stands() && strict.first() == turn.first());
    }

    private Duration silence(Turn turn) {
        return Duration.between(track.stories().get(turn.first() - 1).published(), turn.at());
    }

    private List<Turn> turns(ShiftRule other) {
        var otherwise = new CourseTrack(other);
        track.stories().forEach(otherwise::add);
        return otherwise.turns();
    }

    /// As long as nothing is forgotten, nothing is settled.
    private Instant horizon() {
        List<ToldStory> all = track.stories();
        return reports.size() < KEPT ? Instant.MIN : all.get(all.size() / 2).published();
    }

    private void put(Report report) {
        remove(report.article());
        reports.put(report.article(), report);
        Map<String, Report> story = reportsOfStory.computeIfAbsent(report.story(), id -> new TreeMap<>());
        story.put(report.article(), report);
        replace(report.story(), ToldStory.of(story.values()));
    }

    private boolean remove(String article) {
        Report old = reports.remove(article);
        if (old == null) {
            return false;
        }
        Map<String, Report> story = reportsOfStory.getOrDefault(old.story(), Map.of());
        story.remove(article);
        replace(old.story(), story.isEmpty() ? null : ToldStory.of(story.values()));
        if (story.isEmpty()) {
            reportsOfStory.remove(old.story());
        }
        return true;
    }

    private void replace(String story, @Nullable ToldStory now) {
        ToldStory before = now == null ? stories.remove(story) : stories.put(story, now);
        if (before != null && before.equals(now)) {
            return;
        }
        if (before != null) {
            track.remove(before);
        }
        if (now != null) {
            track.add(now);
        }
    }
}
