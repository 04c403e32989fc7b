package org.supplierscope.ingest.extract.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A set of phrases that are looked up at a place of a text in time linear in the longest phrase.
final class PhraseTrie {

    /// Sorted, so that a step boxes nothing; most texts end at their first character.
    private char[] letters = {};

    /// Which of the letters with codes 0 to 63 and 64 to 127 go on, as bits: nearly all steps fail here.
    private long low;

    private long high;
    private PhraseTrie[] next = {};
    private boolean ends;
    /// What the text must hold further on, for phrases that say little by themselves.
    private final List<PhraseTrie> conditions = new ArrayList<>();

    /// A phrase that is known by itself.
    void add(String phrase) {
        node(phrase).ends = true;
    }

    /// A phrase that is known only if one of others follows anywhere behind it.
    void add(String phrase, PhraseTrie others) {
        node(phrase).conditions.add(others);
    }

    private PhraseTrie node(String phrase) {
        PhraseTrie at = this;
        for (int i = 0; i < phrase.length(); i++) {
            at = at.grow(phrase.charAt(i));
        }
        return at;
    }

    private PhraseTrie grow(char letter) {
        int at = Arrays.binarySearch(letters, letter);
        if (at >= 0) {
            return next[at];
        }
        low |= letter < 64 ? 1L << letter : 0;
        high |= letter >= 64 && letter < 128 ? 1L << (letter - 64) : 0;
        int place = -at - 1;
        char[] moreLetters = new char[letters.length + 1];
        PhraseTrie[] moreNext = Arrays.copyOf(next, next.length + 1);
        System.arraycopy(letters, 0, moreLetters, 0, place);
        System.arraycopy(letters, place, moreLetters, place + 1, letters.length - place);
        System.arraycopy(next, place, moreNext, place + 1, next.length - place);
        moreLetters[place] = letter;
        moreNext[place] = new PhraseTrie();
        letters = moreLetters;
        next = moreNext;
        return moreNext[place];
    }

    /// Whether a phrase stands at the place, up to the end of a word.
    boolean matchesAt(String text, int from) {
        PhraseTrie at = this;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            int step = at.mayGoOn(c) ? Arrays.binarySearch(at.letters, c) : -1;
            if (step < 0) {
                return false;
            }
            at = at.next[step];
            if ((at.ends || !at.conditions.isEmpty()) && endsWord(text, i)) {
                if (at.ends) {
                    return true;
                }
                for (PhraseTrie condition : at.conditions) {
                    if (condition.standsIn(text, i + 1)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Whether a phrase stands anywhere from the place on, from the start of a word.
    boolean standsIn(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!mayGoOn(text.charAt(i))) {
                continue;
            }
            boolean wordStart = i == 0 || !Character.isLetter(text.charAt(i - 1)) || isUnspaced(text.charAt(i));
            if (wordStart && matchesAt(text, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean mayGoOn(char c) {
        return c >= 128 || ((c < 64 ? low >>> c : high >>> (c - 64)) & 1) != 0;
    }

    private static boolean endsWord(String text, int last) {
        char c = text.charAt(last);
        return last + 1 == text.length()
                || isUnspaced(c)
                || !Character.isLetter(c)
                || (!Character.isLetter(text.charAt(last + 1)) && text.charAt(last + 1) != '-');
    }

    /// Scripts that set no blanks between words: East Asian ones, Thai, Lao, Burmese, Khmer.
    private static boolean isUnspaced(char c) {
        return c > 0x2E80 || (c >= 0xE00 && c < 0xF00) || (c >= 0x1000 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800);
    }
}
