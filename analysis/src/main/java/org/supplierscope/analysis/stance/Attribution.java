package org.supplierscope.analysis.stance;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.published.Stance;

/// Gives the cues of a sentence to those of whom its clauses speak.
final class Attribution {

    private static final Set<String> OBJECT_PREPOSITIONS = Set.of("of", "by");
    private static final int NEAR = 3;
    private static final int SHORT = 14;
    private static final int LEAD = 4;
    private static final int OBJECT_REACH = 8;

    private final Grammar grammar;

    Attribution(Grammar grammar) {
        this.grammar = grammar;
    }

    /// Reads one sentence: its statements go to the ledger, its subject to the discourse.
    ///
    /// @return whom each token speaks of
    List<Subject> read(FoldedText text, int sentence, List<Token> tokens, Discourse discourse, Ledger ledger) {
        if (tokens.isEmpty()) {
            return List.of();
        }
        Subject before = discourse.continued();
        boolean continues = tokens.getFirst().is(WordClass.CONTINUE);
        Subject[] subjects = Subjects.of(text, tokens, discourse);
        notePurchases(text, sentence, tokens, subjects, discourse);
        if (isOverturn(tokens)) {
            ledger.overturn(sentence);
        }
        Mood mood = new Mood(text, tokens);
        for (Cue cue : grammar.cues(tokens, mood)) {
            Subject subject = discourse.owner(subject(cue, tokens, subjects, discourse));
            if (before instanceof Subject.Group group
                    && subject.equals(before)
                    && !(continues && ledger.leans(group, cue.rule().side()))) {
                continue;
            }
            int flags = mood.flags(cue.first())
                    | mood.flags(cue.last())
                    | (cue.rule().decides() ? Mood.DECIDED : 0);
            int start = tokens.get(cue.first()).start();
            int end = tokens.get(cue.last()).end();
            String words = text.original().substring(start, end);
            int clause = mood.clause(cue.last());
            for (Stance side : sides(cue.rule().side())) {
                ledger.add(subject, new Statement(side, cue.rule().weight(), sentence, clause, flags, words));
            }
        }
        return List.of(subjects);
    }

    private static List<Stance> sides(Stance side) {
        return side == Stance.MIXED ? List.of(Stance.PRECISION, Stance.BREADTH) : List.of(side);
    }

    /// "That is changing": what the sentences just before told is past.
    private static boolean isOverturn(List<Token> tokens) {
        return tokens.size() <= SHORT && tokens.stream().anyMatch(each -> each.is(WordClass.OVERTURN));
    }

    /// A purchase is the news of a passage only if its first sentences tell it.
    private static void notePurchases(
            FoldedText text, int sentence, List<Token> tokens, Subject[] subjects, Discourse discourse) {
        for (int i = 0; i < tokens.size() && sentence <= LEAD; i++) {
            String other = tokens.get(i).is(WordClass.PURCHASE) ? object(text, tokens, i) : null;
            if (other != null && subjects[i] instanceof Subject.Suppliers(List<String> ids) && ids.size() == 1) {
                String one = ids.getFirst();
                boolean passive = isAfter(text, tokens, other, i);
                discourse.notePurchase(new Subject.Suppliers(List.of(passive ? other : one)), passive ? one : other);
            }
        }
    }

    /// "Is bought by": the name after the preposition buys.
    private static boolean isAfter(FoldedText text, List<Token> tokens, String name, int verb) {
        for (int i = verb + 1; i < tokens.size() && !name.equals(tokens.get(i).supplier()); i++) {
            if (text.slice(tokens.get(i).start(), tokens.get(i).end()).equals("by")) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String object(FoldedText text, List<Token> tokens, int verb) {
        for (int i = verb + 1; i < tokens.size() && i <= verb + OBJECT_REACH; i++) {
            Token token = tokens.get(i);
            if (token.supplier() != null) {
                return token.supplier();
            }
            boolean open = OBJECT_PREPOSITIONS.contains(text.slice(token.start(), token.end()));
            if (token.isHardMark() || token.isComma() || (token.is(WordClass.PREP) && !open)) {
                return null;
            }
        }
        return null;
    }

    private static Subject subject(Cue cue, List<Token> tokens, Subject[] subjects, Discourse discourse) {
        Subject subject = subjects[cue.first()];
        if (!cue.rule().named()) {
            return subject;
        }
        String agent = agent(cue, tokens);
        if (agent != null && !isAmong(agent, subject)) {
            return new Subject.Suppliers(List.of(agent));
        }
        if (subject instanceof Subject.Other) {
            String nearest = nearest(cue, tokens);
            return nearest == null ? discourse.continued() : new Subject.Suppliers(List.of(nearest));
        }
        return subject;
    }

    private static boolean isAmong(String supplier, Subject subject) {
        return subject instanceof Subject.Suppliers(List<String> ids) && ids.contains(supplier);
    }

    /// "made exclusively by Largan", "sole supplier Largan", "has chosen Largan as its sole
    /// supplier".
    private static @Nullable String agent(Cue cue, List<Token> tokens) {
        int next = cue.last() + 1;
        if (next < tokens.size() && tokens.get(next).supplier() != null) {
            return tokens.get(next).supplier();
        }
        for (int i = cue.last() - 1; i >= 0 && i >= cue.last() - NEAR; i--) {
            Token token = tokens.get(i);
            if (token.supplier() != null) {
                boolean governed = i > 0 && tokens.get(i - 1).is(WordClass.PREP);
                return governed ? null : token.supplier();
            }
            if (token.mark() != 0 || token.is(WordClass.TO)) {
                return null;
            }
        }
        return null;
    }

    private static @Nullable String nearest(Cue cue, List<Token> tokens) {
        for (int distance = 1; distance < tokens.size(); distance++) {
            int before = cue.first() - distance;
            int after = cue.last() + distance;
            if (before >= 0 && tokens.get(before).supplier() != null) {
                return tokens.get(before).supplier();
            }
            if (after < tokens.size() && distance <= NEAR && tokens.get(after).supplier() != null) {
                return tokens.get(after).supplier();
            }
        }
        return null;
    }
}
