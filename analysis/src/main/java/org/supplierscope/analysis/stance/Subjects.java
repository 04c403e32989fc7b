package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.mention.FoldedText;

/// Gives every word of a sentence the one it speaks of, in one walk: a clause takes the first firm, pronoun or
/// outsider
/// at its head that no preposition governs, and else goes on with the one before.
final class Subjects {

    private static final int HEAD_REACH = 5;
    private static final int FIRST_HEAD_REACH = 24;
    private static final WordClasses VERBS = WordClasses.of(
            WordClass.GROW,
            WordClass.SHRINK,
            WordClass.EXIT,
            WordClass.ENTER,
            WordClass.FOCUS,
            WordClass.BUILD,
            WordClass.TURN,
            WordClass.MAKE,
            WordClass.INVEST,
            WordClass.WIN,
            WordClass.CHASE,
            WordClass.BECOME,
            WordClass.RAISE);
    private static final WordClasses STARTS = WordClasses.of(
            WordClass.BOUND, WordClass.AND, WordClass.REL, WordClass.SAY, WordClass.HELP, WordClass.BACK);

    private static final Set<String> AUXILIARIES =
            Set.of("is", "are", "was", "were", "has", "had", "have", "will", "plans", "wants", "intends", "can");

    private final FoldedText text;
    private final List<Token> tokens;
    private final Discourse discourse;
    private final Subject[] subjects;
    private Subject main = Subject.OTHER;
    private boolean found;

    private Subjects(FoldedText text, List<Token> tokens, Discourse discourse) {
        this.text = text;
        this.tokens = tokens;
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
                if (previous.is(WordClass.REL) && !(i > 1 && tokens.get(i - 2).is(WordClass.SAY))) {
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
                }
            }
            if (token.isName() && i == 0) {
                noteMain(now);
            }
            subjects[i] = now;
        }
        discourse.note(main);
    }

    /// "Lumentum and Coherent": the second name begins no clause.
    private boolean isCoordinated(int i) {
        int before = i - 1;
        while (before > 0 && isListMark(before)) {
            before--;
        }
        return tokens.get(i).isName() && tokens.get(before).isName() && isMany(subjects[before]);
    }

    private static boolean isMany(Subject subject) {
        return subject instanceof Subject.Suppliers(List<String> ids) && ids.size() > 1;
    }

    private boolean isListMark(int i) {
        Token token = tokens.get(i);
        return token.isComma() || token.mark() == '\u3001' || token.mark() == '&' || token.is(WordClass.AND);
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
                return head(i + 1, HEAD_REACH);
            }
        }
        return null;
    }

    private boolean isStart(int i) {
        Token previous = tokens.get(i - 1);
        return previous.isHardMark() || previous.isComma() || previous.isAny(STARTS);
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
            int groupEnd = groupEnd(i);
            if (groupEnd > i) {
                return governed ? null : new Subject.Group(words(i, groupEnd));
            }
            Subject who = who(i);
            if (who != null && !governed) {
                return who;
            }
            if (who != null) {
                governed = false;
            }
            if (token.is(WordClass.PREP)) {
                governed = true;
            } else if (token.isAny(VERBS) && !isModifier(i) && !governed) {
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
        return i + 1 < tokens.size() && tokens.get(i + 1).isName();
    }

    private @Nullable Subject who(int i) {
        Token token = tokens.get(i);
        if (token.isName()) {
            return named(i);
        }
        boolean possessive = token.is(WordClass.COMPANYREF) || token.is(WordClass.PLURALREF);
        if (possessive && outsiderFollows(i)) {
            return Subject.OTHER;
        }
        if (token.is(WordClass.OTHERREF) || token.is(WordClass.INDUSTRY)) {
            return nameFollows(i) ? null : Subject.OTHER;
        }
        if (token.is(WordClass.COMPANYREF)) {
            return discourse.company();
        }
        if (token.is(WordClass.PLURALREF)) {
            return discourse.several();
        }
        return isStranger(i) ? Subject.OTHER : null;
    }

    /// "Tyntek is building a plant": a proper noun outside the catalogue that does something.
    private boolean isStranger(int i) {
        Token token = tokens.get(i);
        if (!token.classes().isEmpty() || token.mark() != 0 || i + 1 >= tokens.size()) {
            return false;
        }
        String word = text.slice(token.start(), token.end());
        Token next = tokens.get(i + 1);
        boolean beside = i > 1
                && tokens.get(i - 1).is(WordClass.AND)
                && tokens.get(i - 2).isName();
        return !beside
                && discourse.isProperNoun(word)
                && Character.isUpperCase(text.original().charAt(token.start()))
                && !next.is(WordClass.SAY)
                && (next.isAny(VERBS) || AUXILIARIES.contains(text.slice(next.start(), next.end())));
    }

    /// "Its Chinese competitors".
    private boolean outsiderFollows(int i) {
        for (int j = i + 1; j < tokens.size() && j <= i + 3; j++) {
            if (tokens.get(j).is(WordClass.OTHERREF) || tokens.get(j).is(WordClass.PEER)) {
                return true;
            }
            if (!tokens.get(j).classes().isEmpty() || tokens.get(j).mark() != 0) {
                return false;
            }
        }
        return false;
    }

    /// "Apple supplier Largan", "rival Genius": the outsider only introduces.
    private boolean nameFollows(int i) {
        for (int j = i + 1; j < tokens.size() && j <= i + 3; j++) {
            if (tokens.get(j).isName()) {
                return true;
            }
            if (tokens.get(j).is(WordClass.PREP)
                    || tokens.get(j).isComma()
                    || tokens.get(j).isAny(VERBS)) {
                return false;
            }
        }
        return false;
    }

    private @Nullable Subject named(int i) {
        int next = i + 1;
        boolean possessive = mark(next) == '\'';
        if (possessive) {
            next += 2;
        }
        if (next < tokens.size()
                && (tokens.get(next).is(WordClass.OTHERREF) || tokens.get(next).is(WordClass.PEER))) {
            return nameFollows(next) ? null : Subject.OTHER;
        }
        if (!possessive
                && next + 1 < tokens.size()
                && tokens.get(next + 1).isName()
                && tokens.get(next).is(WordClass.MAKER)) {
            return null;
        }
        List<String> ids = new ArrayList<>();
        ids.add(Objects.requireNonNull(tokens.get(i).supplier()));
        int at = i + 1;
        while (at < tokens.size()) {
            int skip = at;
            while (skip < tokens.size() && isListMark(skip)) {
                skip++;
            }
            String id = skip > at && skip < tokens.size() ? tokens.get(skip).supplier() : null;
            if (id == null) {
                break;
            }
            if (!ids.contains(id)) {
                ids.add(id);
            }
            at = skip + 1;
        }
        return new Subject.Suppliers(ids);
    }

    /// Whom "which" and "who" take up: the last one named before.
    private Subject antecedent(int relative, Subject now) {
        for (int i = relative - 1; i >= 0 && i >= relative - 8; i--) {
            Token token = tokens.get(i);
            if (token.supplier() != null) {
                return new Subject.Suppliers(List.of(token.supplier()));
            }
            if (token.is(WordClass.OTHERREF)) {
                return Subject.OTHER;
            }
        }
        return now;
    }

    /// Index of the last token of an unnamed group that begins here ("some lens giants"), or the index itself.
    private int groupEnd(int i) {
        if (!tokens.get(i).is(WordClass.GROUPQ)) {
            return i;
        }
        int width = 0;
        for (int j = i + 1; j < tokens.size() && width <= 8; j++) {
            Token token = tokens.get(j);
            if (token.is(WordClass.MAKER)) {
                return j;
            }
            if (token.isName()
                    || token.isComma()
                    || token.isHardMark()
                    || token.isAny(VERBS)
                    || token.is(WordClass.PREP)) {
                return i;
            }
            width += token.width();
        }
        return i;
    }

    private String words(int from, int to) {
        int end = tokens.get(to).end();
        if (end < text.length()
                && "\"".indexOf(text.at(end)) >= 0
                && text.slice(tokens.get(from).start(), end).indexOf('"') >= 0) {
            end++;
        }
        return text.original().substring(tokens.get(from).start(), end);
    }

    private char mark(int i) {
        return i < tokens.size() ? tokens.get(i).mark() : 0;
    }
}
