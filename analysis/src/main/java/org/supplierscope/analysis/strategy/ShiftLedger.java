package org.supplierscope.analysis.strategy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.StrategyShift;

/// The changes of one subject that are on record, and what is to be told when what is known
/// moves: each change at most once.
final class ShiftLedger {

    static final String NOT_BORNE_OUT = "later stories did not bear it out";
    static final String EVIDENCE_CHANGED = "the evidence, as since corrected and completed, no longer shows it";

    private final List<KnownShift> known;

    ShiftLedger(List<KnownShift> known) {
        this.known = new ArrayList<>(known);
    }

    /// What is on record, in the order in which it was found.
    List<KnownShift> known() {
        return List.copyOf(known);
    }

    /// Compares what the stories show with what is on record.
    ///
    /// @param turns what the stories show
    /// @param keeping what they show by the milder rule for shifts that were told; asked only
    /// when needed
    /// @param horizon changes before this are settled, since their stories may be forgotten
    /// @param news whether what moved the track may tell, and what
    /// @param writing makes the record of a turn that is new
    /// @return what is to be told, in order
    List<StrategyShift> compare(
            List<Turn> turns,
            Supplier<List<Turn>> keeping,
            Instant horizon,
            News news,
            Function<Turn, StrategyShift> writing) {
        List<Turn> open = new ArrayList<>(
                turns.stream().filter(turn -> !turn.at().isBefore(horizon)).toList());
        Map<KnownShift, Turn> same = pairs(open);
        List<StrategyShift> tellings = new ArrayList<>();
        for (KnownShift each : List.copyOf(known)) {
            if (!each.shift().at().isBefore(horizon)) {
                Turn turn = same.get(each);
                review(each, reason(each, turn, keeping), tellings);
                if (!each.told() && turn != null && turn.stands() && isNews(turn, news)) {
                    promote(each, writing.apply(turn), tellings);
                }
            }
        }
        open.removeAll(same.values());
        for (Turn turn : open) {
            if (turn.stands()) {
                enter(turn, news, writing, tellings);
            }
        }
        return tellings;
    }

    /// What moved the track.
    ///
    /// @param tells whether a turn that it brings to light may be told as a shift
    /// @param oldest a change detected before this is history
    record News(Predicate<Turn> tells, Instant oldest) {}

    private Map<KnownShift, Turn> pairs(List<Turn> open) {
        record Pair(KnownShift known, Turn turn) {}
        Map<KnownShift, Turn> pairs = new LinkedHashMap<>();
        known.stream()
                .flatMap(each -> open.stream().filter(each::mayBe).map(turn -> new Pair(each, turn)))
                .sorted(Comparator.comparing(pair -> pair.known().distance(pair.turn())))
                .forEach(pair -> {
                    if (!pairs.containsKey(pair.known()) && !pairs.containsValue(pair.turn())) {
                        pairs.put(pair.known(), pair.turn());
                    }
                });
        return pairs;
    }

    private static @Nullable String reason(KnownShift known, @Nullable Turn turn, Supplier<List<Turn>> keeping) {
        if (turn != null) {
            return turn.stands() ? null : NOT_BORNE_OUT;
        }
        boolean kept =
                !known.shift().revoked() && keeping.get().stream().anyMatch(mild -> mild.stands() && known.mayBe(mild));
        return kept ? null : EVIDENCE_CHANGED;
    }

    private void review(KnownShift each, @Nullable String reason, List<StrategyShift> tellings) {
        boolean revoked = reason != null;
        if (revoked == each.shift().revoked()) {
            return;
        }
        if (revoked && !each.told()) {
            known.remove(each);
            return;
        }
        StrategyShift changed =
                reason == null ? each.shift().reinstated() : each.shift().revokedFor(reason);
        known.set(known.indexOf(each), new KnownShift(changed, each.told()));
        tellings.add(changed);
    }

    private static boolean isNews(Turn turn, News news) {
        return !turn.detected().isBefore(news.oldest()) && news.tells().test(turn);
    }

    /// What looked like history as long as half of its stories were found is news after all.
    private void promote(KnownShift history, StrategyShift shift, List<StrategyShift> tellings) {
        StrategyShift told = shift.withId(history.shift().id());
        known.set(known.indexOf(history), new KnownShift(told, true));
        tellings.add(told);
    }

    private void enter(Turn turn, News news, Function<Turn, StrategyShift> writing, List<StrategyShift> tellings) {
        boolean history = turn.detected().isBefore(news.oldest());
        if (!history && !isNews(turn, news)) {
            // The next news will tell it, unless by then it is history too.
            return;
        }
        StrategyShift shift = unique(writing.apply(turn));
        known.add(new KnownShift(shift, !history));
        if (!history) {
            tellings.add(shift);
        }
    }

    private StrategyShift unique(StrategyShift shift) {
        StrategyShift free = shift;
        for (int number = 2; taken(free.id()); number++) {
            free = shift.withId(shift.id() + ":" + number);
        }
        return free;
    }

    private boolean taken(String id) {
        return known.stream().anyMatch(each -> Objects.equals(each.shift().id(), id));
    }
}
