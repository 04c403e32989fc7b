package org.supplierscope.analysis.stance;

import org.jspecify.annotations.Nullable;

/// A word, a phrase of the lexicon, a name or a punctuation mark.
///
/// @param start offset of the first character in the passage
/// @param end offset after the last character
/// @param width how far it moves words apart: 2 for a word, 1 for a Chinese character
/// @param classes its [WordClass]es
/// @param mark the folded punctuation mark, or 0 if it is none
/// @param supplier id of the supplier that it names, or null
record Token(
        int start,
        int end,
        int width,
        WordClasses classes,
        char mark,
        @Nullable String supplier) {

    /// Parts clauses, where the English comma may part the words of a list.
    static final char CHINESE_COMMA = '\uFF0C';

    boolean is(WordClass wordClass) {
        return classes.has(wordClass);
    }

    boolean isAny(WordClasses any) {
        return classes.meets(any);
    }

    boolean isName() {
        return supplier != null;
    }

    /// Whether it ends a clause by itself.
    boolean isHardMark() {
        return switch (mark) {
            case ';', ':', CHINESE_COMMA, '\u2014', '\u2013', '(', ')', '?', '!', '\u3002' -> true;
            default -> false;
        };
    }

    boolean isComma() {
        return mark == ',' || mark == CHINESE_COMMA;
    }
}
