package org.supplierscope.analysis.stance;

import java.util.Arrays;
import java.util.List;
import org.supplierscope.analysis.mention.FoldedText;

/// How each word of a sentence is meant: denied, past, hedged, on another's behalf. Worked out
/// once for a sentence.
final class Mood {

    /// Not meant at all: hedged, asked, abandoned, somebody else's purpose.
    static final int VOID = 1;
    /// Past and over.
    static final int PAST = 2;
    /// Past only if the passage tells something newer.
    static final int FORMER = 4;
    /// Told by others ("is said to"): counts, with less confidence.
    static final int HEARSAY = 8;

    /// The sentence says that something is new.
    static final int NEWS = 16;
    /// One course is named and the other denied.
    static final int DECIDED = 32;

    private static final int NEGATION_REACH = 14;
    private static final int FROM_REACH = 26;
    private static final int POSSESSIVE_REACH = 8;
    private static final int DESCRIPTOR_REACH = 8;
    private static final WordClasses DESCRIBING = WordClasses.of(WordClass.HIGH, WordClass.NICHE, WordClass.LOW);
    private static final WordClasses ARTICLE_STOP = WordClasses.of(WordClass.BECOME, WordClass.BOUND, WordClass.SAY);

    private static final WordClasses MOTION =
            WordClasses.of(WordClass.ENTER, WordClass.TURN, WordClass.GROW, WordClass.PUT);

    private static final WordClasses ACTION = WordClasses.of(
            WordClass.FOCUS,
            WordClass.NARROW,
            WordClass.TURN,
            WordClass.GROW,
            WordClass.ENTER,
            WordClass.BUILD,
            WordClass.INVEST,
            WordClass.SHRINK,
            WordClass.EXIT,
            WordClass.MAKE);

    private final List<Token> tokens;
    private final int[] flags;
    private final int[] negator;
    private final boolean[] described;
    private final int[] clause;

    /// @param text the passage, for the forms of its verbs
    Mood(FoldedText text, List<Token> tokens) {
        this.tokens = tokens;
        flags = new int[tokens.size()];
        negator = new int[tokens.size()];
        described = new boolean[tokens.size()];
        clause = new int[tokens.size()];
        Arrays.fill(negator, -1);
        if (tokens.getLast().mark() == '?') {
            Arrays.fill(flags, VOID);
        }
        if (History.isTold(text, tokens)) {
            Arrays.fill(flags, PAST);
        }
        int number = 0;
        for (int i = 0; i < flags.length; i++) {
            number += startsClause(i) ? 1 : 0;
            clause[i] = number;
        }
        for (int i = 0; i < flags.length; i++) {
            read(i);
        }
    }

    int flags(int token) {
        return flags[token];
    }

    /// Index of the word that denies this one, or -1.
    int negator(int token) {
        return negator[token];
    }

    /// Whether the word only describes a maker ("high-end lens maker").
    boolean isDescribed(int token) {
        return described[token];
    }

    /// Number of the clause that the word stands in.
    int clause(int token) {
        return clause[token];
    }

    private boolean startsClause(int i) {
        Token token = tokens.get(i);
        return token.isHardMark()
                || token.isComma()
                || token.is(WordClass.BOUND)
                || token.is(WordClass.AND)
                || token.is(WordClass.REL);
    }

    private boolean endsScope(int i) {
        Token token = tokens.get(i);
        return token.isHardMark() || token.is(WordClass.BOUND);
    }

    private void read(int i) {
        Token token = tokens.get(i);
        if (token.is(WordClass.NEG)) {
            deny(i, NEGATION_REACH);
        }
        if (token.is(WordClass.BACK)) {
            deny(i, NEGATION_REACH + NEGATION_REACH);
        }
        if (token.is(WordClass.NOCOMMENT)) {
            for (int j = i - 1; j >= 0 && !endsScope(j); j--) {
                flags[j] |= VOID;
            }
            deny(i, 2 * NEGATION_REACH);
        }
        if (token.is(WordClass.DENIED)) {
            for (int j = i - 1; j >= 0 && !endsScope(j); j--) {
                negator[j] = i;
            }
        }
        if (token.is(WordClass.THAN)) {
            prefer(i);
        }
        if (token.is(WordClass.HEDGE)) {
            mark(i, VOID);
        }
        if (token.is(WordClass.NOW)) {
            for (int j = 0; j < flags.length; j++) {
                flags[j] |= NEWS;
            }
        }
        if (token.is(WordClass.SOFT)) {
            mark(i, HEARSAY);
        }
        if (token.is(WordClass.PASTH)) {
            past(i, PAST);
        }
        if (token.is(WordClass.PASTS)) {
            past(i, FORMER);
        }
        if (token.is(WordClass.FROM)) {
            abandon(i);
        }
        if (token.is(WordClass.HELP)) {
            onBehalf(i);
        }
        if (token.is(WordClass.OTHERREF) || token.is(WordClass.PEER)) {
            possess(i);
        }
        if (token.is(WordClass.MAKER)) {
            describe(i);
        }
    }

    private void deny(int from, int reach) {
        int width = 0;
        for (int i = from + 1; i < flags.length && width <= reach; i++) {
            Token token = tokens.get(i);
            boolean anew = token.is(WordClass.AND)
                    && i + 1 < flags.length
                    && tokens.get(i + 1).isAny(ACTION);
            if (anew || token.isComma() || endsScope(i)) {
                return;
            }
            negator[i] = from;
            width += token.width();
        }
    }

    /// "would rather sell fewer than build another plant": the second is not wanted.
    private void prefer(int than) {
        for (int i = than - 1; i >= 0 && !endsScope(i); i--) {
            if (tokens.get(i).is(WordClass.RATHER)) {
                deny(than, NEGATION_REACH);
                return;
            }
        }
    }

    private void mark(int from, int flag) {
        for (int i = from + 1;
                i < flags.length && (!endsScope(i) || tokens.get(i).isComma());
                i++) {
            flags[i] |= flag;
        }
    }

    /// From the last break before a word of the past to the next break, or to a word of the
    /// present.
    private void past(int from, int flag) {
        int start = from;
        while (start > 0
                && !endsScope(start - 1)
                && !tokens.get(start - 1).isComma()
                && !tokens.get(start - 1).is(WordClass.NOW)) {
            start--;
        }
        for (int i = start; i < flags.length && (i <= from + 1 || !endsScope(i)); i++) {
            if (i > from && (tokens.get(i).is(WordClass.NOW) || opensAnew(i))) {
                return;
            }
            flags[i] |= flag;
        }
    }

    /// "Once a custom shop, Largan has …": after the comma begins what is so today.
    private boolean opensAnew(int i) {
        return i > 2
                && i + 1 < flags.length
                && tokens.get(i).isComma()
                && !tokens.get(i - 1).is(WordClass.PASTH)
                && (tokens.get(i + 1).isName() || tokens.get(i + 1).is(WordClass.COMPANYREF));
    }

    /// "from smartphones to cars": what stands between is left behind.
    private void abandon(int from) {
        int width = 0;
        for (int to = from + 1; to < flags.length && width <= FROM_REACH && !endsScope(to); to++) {
            if (tokens.get(to).is(WordClass.TO)) {
                for (int i = from + 1; i < to; i++) {
                    flags[i] |= tokens.get(i).isAny(MOTION) ? 0 : VOID;
                }
                return;
            }
            width += tokens.get(to).width();
        }
    }

    /// "helps customers cut costs": theirs.
    private void onBehalf(int from) {
        int width = 0;
        for (int i = from + 1; i < flags.length && width <= POSSESSIVE_REACH && !endsScope(i); i++) {
            if (tokens.get(i).is(WordClass.OTHERREF) || tokens.get(i).is(WordClass.CUSTOMERS)) {
                mark(i, VOID);
                return;
            }
            width += tokens.get(i).width();
        }
    }

    /// "Apple's capacity", 客戶的量產: theirs.
    private void possess(int from) {
        int next = from + 1;
        boolean english = next + 1 < flags.length && tokens.get(next).mark() == '\'';
        boolean chinese = next < flags.length
                && tokens.get(next).end() - tokens.get(next).start() == 1
                && tokens.get(next).width() == 1
                && tokens.get(from).width() > 1
                && tokens.get(next).classes().isEmpty();
        if (!english && !chinese) {
            return;
        }
        int width = 0;
        for (int i = next + 1; english && i < flags.length && width <= POSSESSIVE_REACH && !startsClause(i); i++) {
            flags[i] |= tokens.get(i).is(WordClass.NEED) ? 0 : VOID;
            width += tokens.get(i).width();
        }
    }

    private void describe(int maker) {
        int width = 0;
        for (int i = maker - 1; i >= 0 && width <= DESCRIPTOR_REACH && !startsClause(i); i--) {
            if (tokens.get(i).isAny(ARTICLE_STOP)) {
                break;
            }
            described[i] = tokens.get(i).isAny(DESCRIBING);
            width += tokens.get(i).width();
        }
        int before = maker - 1;
        int back = 0;
        while (before >= 0 && back <= 2 * DESCRIPTOR_REACH) {
            if (tokens.get(before).is(WordClass.BECOME)) {
                Arrays.fill(described, before, maker, false);
                return;
            }
            back += tokens.get(before).width();
            before--;
        }
    }
}
