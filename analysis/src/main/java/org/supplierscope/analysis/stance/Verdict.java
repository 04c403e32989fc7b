package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.Stance;

/// Weighs the statements on a group and decides.
///
/// @param stance the course
/// @param evidence strongest first, no sentence twice
record Verdict(Stance stance, List<Evidence> evidence) {

    /// A side counts from this weight on: one clear statement, or two halves.
    static final double ENOUGH = 0.75;
    /// Each further statement of a side counts this much less than the one before.
    private static final double DECAY = 0.5;
    /// The weaker side of MIXED has at least this share of the stronger.
    private static final double BALANCE = 0.4;
    /// One adjective does not make a side: in MIXED each side has a statement of this weight.
    private static final double CLEAR = 0.8;
    /// In MIXED the weaker side fills at least this share of the stronger one's sentences: one
    /// stray clause against three.
    private static final double ROOM = 0.38;
    private static final double TITLE = 1.5;
    private static final double EVEN = 0.3;

    /// @param sentences gives each by its index
    static Verdict of(List<Statement> statements, IntFunction<String> sentences) {
        List<Statement> meant = present(statements);
        Stance stance = stance(weight(meant, Stance.PRECISION), weight(meant, Stance.BREADTH), meant);
        return new Verdict(stance, stance == Stance.NONE ? List.of() : evidence(meant, stance, sentences));
    }

    /// How much the statements tell of one side, those that the passage takes back aside.
    static double told(List<Statement> statements, Stance side) {
        return weight(present(statements), side);
    }

    private static List<Statement> present(List<Statement> statements) {
        Set<Stance> former = statements.stream()
                .filter(each -> each.is(Mood.FORMER))
                .map(Statement::side)
                .collect(Collectors.toSet());
        boolean newer = statements.stream()
                .anyMatch(each -> isNow(each) && (each.is(Mood.NEWS) || turnsFromFormer(each, former)));
        return statements.stream()
                .filter(each -> !each.is(Mood.PAST) && !(newer && each.is(Mood.FORMER)))
                .toList();
    }

    private static boolean isNow(Statement each) {
        return !each.is(Mood.PAST) && !each.is(Mood.FORMER);
    }

    /// What was so before ends where the passage clearly tells the other side of today.
    private static boolean turnsFromFormer(Statement now, Set<Stance> former) {
        return now.weight() >= CLEAR && former.stream().anyMatch(side -> side != now.side());
    }

    /// How much of the passage a side fills: each sentence by its strongest statement, the first
    /// one, mostly the title, more.
    private static double room(List<Statement> statements, Stance side) {
        Map<Integer, Double> sentences = new HashMap<>();
        for (Statement each : statements) {
            if (each.side() == side) {
                sentences.merge(each.sentence(), each.weight() * (each.sentence() == 0 ? TITLE : 1), Math::max);
            }
        }
        return sentences.values().stream().mapToDouble(each -> each).sum();
    }

    private static double weight(List<Statement> statements, Stance side) {
        Map<Long, Double> clauses = new HashMap<>();
        for (Statement each : statements) {
            if (each.side() == side) {
                clauses.merge(place(each), each.weight(), Math::max);
            }
        }
        List<Double> weights = new ArrayList<>(clauses.values());
        weights.sort(Comparator.reverseOrder());
        double total = 0;
        double factor = 1;
        for (int i = 0; i < weights.size(); i++) {
            total += weights.get(i) * (weights.get(i) < ENOUGH && i == 1 ? 1 : factor);
            factor *= DECAY;
        }
        return total;
    }

    private static long place(Statement each) {
        return ((long) each.sentence() << 32) | each.clause();
    }

    private static Stance stance(double precision, double breadth, List<Statement> meant) {
        double strong = Math.max(precision, breadth);
        double weak = Math.min(precision, breadth);
        if (strong < ENOUGH) {
            return Stance.NONE;
        }
        boolean decided = meant.stream().anyMatch(each -> each.is(Mood.DECIDED));
        double precisionRoom = room(meant, Stance.PRECISION);
        double breadthRoom = room(meant, Stance.BREADTH);
        boolean balanced = Math.min(precisionRoom, breadthRoom) >= ROOM * Math.max(precisionRoom, breadthRoom);
        if (!decided && weak >= ENOUGH && weak >= BALANCE * strong && balanced && eachHasItsClause(meant)) {
            return Stance.MIXED;
        }
        boolean even = Math.abs(precision - breadth) < EVEN;
        return (even ? precisionRoom >= breadthRoom : precision >= breadth) ? Stance.PRECISION : Stance.BREADTH;
    }

    private static boolean eachHasItsClause(List<Statement> meant) {
        for (Statement one : meant) {
            for (Statement other : meant) {
                boolean opposed = one.side() == Stance.PRECISION && other.side() == Stance.BREADTH;
                boolean strong = one.weight() >= CLEAR && other.weight() >= CLEAR;
                boolean oneBreath = one.cue().equals(other.cue());
                if (opposed && strong && (oneBreath || place(one) != place(other))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Evidence> evidence(List<Statement> meant, Stance stance, IntFunction<String> sentences) {
        Map<Integer, Double> weights = new LinkedHashMap<>();
        Map<Integer, Statement> strongest = new LinkedHashMap<>();
        for (Statement each : meant) {
            if (stance == Stance.MIXED || each.side() == stance) {
                weights.merge(each.sentence(), each.weight(), Double::sum);
                strongest.merge(each.sentence(), each, (one, other) -> other.weight() > one.weight() ? other : one);
            }
        }
        return strongest.values().stream()
                .sorted(Comparator.comparingDouble(each -> -weights.getOrDefault(each.sentence(), 0.0)))
                .map(each -> new Evidence(sentences.apply(each.sentence()), each.side(), each.cue()))
                .toList();
    }
}
