package org.supplierscope.analysis.stance;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.mention.FoldedText;

/// Gives every word of a sentence the one it speaks of, in one walk: a clause takes the first
/// firm, pronoun or outsider at its head that no preposition governs, and else goes on with the
/// one before.
final class Subjects {

    private static final int LIST_MARKS = 3;
    private static final int HEAD_REACH = 5;
    private static final int FIRST_HEAD_REACH = 24;
    private static final int TOLD_REACH = 5;
    private static final WordClasses STARTS = WordClasses.of(
            WordClass.BOUND, WordClass.AND, WordClass.REL, WordClass.SAY, WordClass.HELP, WordClass.BACK);

    private final List<Token> tokens;
    private final Actors actors;
    private final Discourse discourse;
    private final Subject[] subjects;
    private Subject main = Subject.OTHER;
    private boolean found;

    private Subjects(FoldedText text, List<Token> tokens, Discourse discourse) {
        this.tokens = tokens;
        actors = new Actors(text, tokens, discourse);
        this.discourse = discourse;
        subjects = new Subject[tokens.size()];
    }

    /// The subject of each token; the discourse takes note of the main one.
    static Subject[] of(FoldedText text, List<Token> tokens, Discourse discourse) {
        Subjects walk = new Subjects(text, tokens, discourse);
        walk.walk();
        return walk.subjects;
    }

    private void walk() {
        Subject now = first();
        Subject beforeRelative = now;
        boolean relative = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (i > 0 && isStart(i) && !isCoordinated(i)) {
                Token previous = tokens.get(i - 1);
                if (previous.is(WordClass.REL) && !isTold(i - 1)) {
                    beforeRelative = now;
                    relative = true;
                    now = antecedent(i - 1, now);
                } else if (relative && (previous.isComma() || previous.isHardMark())) {
                    now = beforeRelative;
                    relative = false;
                }
                Subject head = head(i, HEAD_REACH);
                if (head != null) {
                    now = head;
                    noteMain(head);
                } else if (previous.isComma() && now.equals(Subject.MARKET) && found) {
                    now = main;
                }
            }
            if (token.isName() && i == 0) {
                noteMain(now);
            }
            subjects[i] = now;
        }
        discourse.note(main);
    }

    /// "Told investors on Thursday that …": the clause is what was said, and no relative one.
    private boolean isTold(int relative) {
        for (int i = relative - 1; i >= 0 && i >= relative - TOLD_REACH; i--) {
            if (tokens.get(i).is(WordClass.SAY)) {
                return true;
            }
            if (tokens.get(i).isName()
                    || tokens.get(i).isHardMark()
                    || tokens.get(i).isComma()) {
                return false;
            }
        }
        return false;
    }

    /// "Lumentum and Coherent": the second name begins no clause.
    private boolean isCoordinated(int i) {
        int before = i - 1;
        while (before > 0 && i - before <= LIST_MARKS && actors.isListMark(before)) {
            before--;
        }
        return tokens.get(i).isName() && tokens.get(before).isName() && isMany(subjects[before]);
    }

    private static boolean isMany(Subject subject) {
        return subject instanceof Subject.Suppliers(List<String> ids) && ids.size() > 1;
    }

    private Subject first() {
        Subject head = head(0, FIRST_HEAD_REACH);
        if (head == null) {
            head = afterOpening();
        }
        if (head == null) {
            Set<String> names = new LinkedHashSet<>();
            for (Token token : tokens) {
                if (token.supplier() != null) {
                    names.add(token.supplier());
                }
            }
            if (names.size() == 1) {
                head = new Subject.Suppliers(List.copyOf(names));
            }
        }
        if (head == null) {
            return discourse.continued();
        }
        noteMain(head);
        return head;
    }

    private void noteMain(Subject subject) {
        if (!found && !(subject instanceof Subject.Other)) {
            main = subject;
            found = true;
        }
    }

    /// "Focusing on optics, Largan …": the head of the clause after the opening.
    private @Nullable Subject afterOpening() {
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (tokens.get(i).isComma()) {
                return tokens.get(i + 1).is(WordClass.REL) ? null : head(i + 1, HEAD_REACH);
            }
        }
        return null;
    }

    private boolean isStart(int i) {
        Token previous = tokens.get(i - 1);
        boolean asked = previous.is(WordClass.ASK) && tokens.get(i).isName();
        if (previous.is(WordClass.AND) && previous.width() == 1 && tokens.get(i).is(WordClass.OTHERREF)) {
            return false; // 與客戶: with them, not they
        }
        return asked || previous.isHardMark() || previous.isComma() || previous.isAny(STARTS);
    }

    /// Who stands at the head of the clause that begins at a token; null if nobody does.
    private @Nullable Subject head(int from, int reach) {
        int steps = 0;
        boolean governed = false;
        for (int i = from; i < tokens.size() && steps < reach; i++) {
            Token token = tokens.get(i);
            if (token.isHardMark() && i > from) {
                return null;
            }
            if (token.isComma()) {
                if (reach == HEAD_REACH) {
                    return null;
                }
                governed = false;
                continue;
            }
            Subject.Group group = actors.group(i);
            if (group != null) {
                return governed ? null : group;
            }
            Subject who = actors.who(i, main);
            if (who != null && !governed) {
                return who;
            }
            if (who != null) {
                governed = false;
            }
            if (token.is(WordClass.PREP)) {
                governed = true;
            } else if (token.isAny(Actors.VERBS) && !isModifier(i) && !governed) {
                return null;
            }
            if (token.is(WordClass.REL) && i > from) {
                return null;
            }
            steps++;
        }
        return null;
    }

    /// A word of growth may stand before a noun: "new", "larger", "expansion".
    private boolean isModifier(int i) {
        return tokens.get(i).is(WordClass.NEW)
                && i + 1 < tokens.size()
                && tokens.get(i + 1).isName();
    }

    /// Whom "which" and "who" take up: the last one named before.
    private Subject antecedent(int relative, Subject now) {
        for (int i = relative - 1; i >= 0 && i >= relative - 8; i--) {
            Token token = tokens.get(i);
            if (token.supplier() != null) {
                return actors.namesUpTo(i);
            }
            if (token.is(WordClass.OTHERREF)) {
                return Subject.OTHER;
            }
        }
        return now;
    }
}
