package org.supplierscope.analysis.stance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.published.Stance;

/// Gives the cues of a sentence to those of whom its clauses speak.
final class Attribution {

    private static final int NEAR = 3;

    private final Grammar grammar;

    Attribution(Grammar grammar) {
        this.grammar = grammar;
    }

    /// Reads one sentence: its statements go to the ledger, its subject to the discourse.
    void read(FoldedText text, int sentence, List<Token> tokens, Discourse discourse, Ledger ledger) {
        if (tokens.isEmpty()) {
            return;
        }
        Subject before = discourse.continued();
        boolean continues = tokens.getFirst().is(WordClass.CONTINUE);
        Subject[] subjects = Subjects.of(text, tokens, discourse);
        Mood mood = new Mood(tokens, tokens.getLast().mark() == '?');
        for (Cue cue : grammar.cues(tokens, mood)) {
            Subject subject = subject(cue, tokens, subjects);
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
    }

    private static List<Stance> sides(Stance side) {
        return side == Stance.MIXED ? List.of(Stance.PRECISION, Stance.BREADTH) : List.of(side);
    }

    private static Subject subject(Cue cue, List<Token> tokens, Subject[] subjects) {
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
            return nearest == null ? subject : new Subject.Suppliers(List.of(nearest));
        }
        return subject;
    }

    private static boolean isAmong(String supplier, Subject subject) {
        return subject instanceof Subject.Suppliers(List<String> ids) && ids.contains(supplier);
    }

    /// "made exclusively by Largan", "sole supplier Largan", "has chosen Largan as its sole supplier".
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
