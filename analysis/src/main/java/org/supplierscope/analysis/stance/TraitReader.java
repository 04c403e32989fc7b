package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.supplierscope.analysis.likelihood.Traits;

/// What each sentence of a passage shows of one supplier: its words, alone and in twos and
/// threes, by whom they speak of; the classes of the lexicon; what the rules found. Names are
/// masked, so that nothing is learned of a firm.
final class TraitReader {

    /// Lengths of the two vectors. That of the classes was the best of 0.7, 1.5 and 2.5 in
    /// cross-validation beside this one of the words; other lengths of the words were not tried.
    private static final double WORDS = 3;

    private static final double CLASSES = 1.5;
    private static final int CLASS_REACH = 6;
    private static final int AFTER = 8;
    private static final int BEFORE = 6;
    /// "It", "The company", "Its rival": the first words tell who is meant.
    private static final int OPENING = 2;

    private final Parse parse;
    private final String supplier;
    private final boolean alone;

    private TraitReader(Parse parse, String supplier, boolean alone) {
        this.parse = parse;
        this.supplier = supplier;
        this.alone = alone;
    }

    /// The traits of each sentence, in order.
    static List<Traits> read(Parse parse, String supplier) {
        var reader = new TraitReader(parse, supplier, parse.named().size() <= 1);
        List<Traits> all = new ArrayList<>();
        String lastNamed = "";
        for (int i = 0; i < parse.sentences().size(); i++) {
            all.add(reader.sentence(i, lastNamed));
            for (Token token : parse.tokens().get(i)) {
                if (token.isName()) {
                    lastNamed = String.valueOf(token.supplier());
                    break;
                }
            }
        }
        return all;
    }

    private Traits sentence(int i, String lastNamed) {
        List<Token> tokens = parse.tokens().get(i);
        List<Unit> units = parse.units().get(i);
        String stands = stands(tokens, lastNamed);
        boolean near = alone || stands.equals("T") || stands.equals("cT");
        List<Subject> subjects = parse.subjects().get(i);
        var words = new Traits.Builder();
        words.at(parse.sentences().get(i).start(), parse.sentences().get(i).start());
        words.add(1, "stands=", stands);
        int name = -1;
        for (int at = 0; at < units.size(); at++) {
            name = name < 0 && supplier.equals(units.get(at).supplier()) ? at : name;
        }
        for (int at = 0; at < units.size(); at++) {
            Unit one = units.get(at);
            String word = one.seenFrom(supplier);
            String of = speaksOf(subjects.get(one.token()));
            words.at(one.start(), one.end());
            if (at < OPENING) {
                words.add(1, "opens", String.valueOf(at), "=", word);
                words.add(1, stands, " opens", String.valueOf(at), "=", word);
            }
            gram(words, word, near, of);
            if (name >= 0 && at > name && at <= name + AFTER) {
                words.add(1, "after=", word);
            } else if (name >= 0 && at < name && at >= name - BEFORE) {
                words.add(1, "before=", word);
            }
            if (at + 1 < units.size()) {
                Unit two = units.get(at + 1);
                words.at(one.start(), two.end());
                String gram = word + "_" + two.seenFrom(supplier);
                gram(words, gram, near, of);
                if (one.han() && at + 2 < units.size()) {
                    Unit three = units.get(at + 2);
                    words.at(one.start(), three.end());
                    gram(words, gram + "_" + three.seenFrom(supplier), near, of);
                }
            }
        }
        return words.scaled(WORDS).with(classes(tokens, subjects)).with(rules(i));
    }

    private static void gram(Traits.Builder words, String gram, boolean near, String of) {
        words.add(0.5, "w=", gram);
        words.add(1, near ? "near=" : "far=", gram);
        words.add(1, of, "=", gram);
    }

    private Traits classes(List<Token> tokens, List<Subject> subjects) {
        var classes = new Traits.Builder();
        for (int at = 0; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            if (token.classes().isEmpty()) {
                continue;
            }
            String of = speaksOf(subjects.get(at));
            classes.at(token.start(), token.end());
            for (WordClass each : token.classes().all()) {
                classes.add(1, of, ":", each.name());
                for (int next = at + 1; next < tokens.size() && next <= at + CLASS_REACH; next++) {
                    if (tokens.get(next).isHardMark()) {
                        break;
                    }
                    for (WordClass other : tokens.get(next).classes().all()) {
                        classes.add(1, of, ":", each.name(), ">", other.name());
                    }
                }
            }
        }
        return classes.scaled(CLASSES);
    }

    private Traits rules(int sentence) {
        Map<String, Double> weights = new TreeMap<>();
        for (Statement each : parse.ledger().of(supplier)) {
            if (each.sentence() == sentence) {
                weights.merge("rule " + each.side() + " " + mood(each), each.weight(), Double::sum);
            }
        }
        var rules = new Traits.Builder();
        int start = parse.sentences().get(sentence).start();
        rules.at(start, start);
        weights.forEach((rule, weight) -> rules.add(weight, rule));
        return rules.scaled(1);
    }

    private static String mood(Statement each) {
        return each.is(Mood.PAST)
                ? "past"
                : each.is(Mood.FORMER) ? "former" : each.is(Mood.HEARSAY) ? "hearsay" : "meant";
    }

    /// Where the supplier stands in a sentence: named alone (T), with others (TO), others only
    /// (O), or nobody, where the last sentence that named somebody began with it (cT) or with
    /// another (cO).
    private String stands(List<Token> tokens, String lastNamed) {
        boolean it = tokens.stream().anyMatch(each -> supplier.equals(each.supplier()));
        boolean others = tokens.stream().anyMatch(each -> each.isName() && !supplier.equals(each.supplier()));
        if (it || others) {
            return it && others ? "TO" : it ? "T" : "O";
        }
        return lastNamed.isEmpty() ? "c" : lastNamed.equals(supplier) ? "cT" : "cO";
    }

    private String speaksOf(Subject subject) {
        return switch (subject) {
            case Subject.Suppliers(List<String> ids) -> ids.contains(supplier) ? "it" : "another";
            case Subject.Group _ -> "group";
            case Subject.Other(boolean firm) -> (firm ? "OUTSIDER" : "MARKET").toLowerCase(Locale.ROOT);
        };
    }
}
