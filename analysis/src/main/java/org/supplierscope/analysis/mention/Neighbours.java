package org.supplierscope.analysis.mention;

import java.util.Set;
import java.util.regex.Pattern;
import org.supplierscope.analysis.catalogue.Caution;
import org.supplierscope.analysis.catalogue.KnownName;

/// The rules of names: how they are spelled, which words rule them out and which let them pass.
final class Neighbours {

    /// A paragraph or two.
    private static final int REACH = 400;

    /// A line or two: further away, another matter may be told.
    private static final int UNLESS_REACH = 150;

    private static final String NUMBER = "#";
    /// "In 2023 Micron opened a fab" counts no microns.
    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");

    private Neighbours() {}

    /// Whether the spelling is the name's and no word beside it rules it out.
    static boolean allow(FoldedText text, int start, int end, KnownName name) {
        if (name.caution() == Caution.FREE) {
            return true;
        }
        boolean cased = FoldedText.isWord(text.at(start));
        return (!cased || sameLetters(text.original().substring(start, end), name.text()))
                && !follows(text, end, name.unlessBefore())
                && !precedes(text, start, name.unlessAfter())
                && name.unlessNear().stream().noneMatch(word -> isNear(text, word, start, end, UNLESS_REACH));
    }

    /// A name that the catalogue writes without capitals may begin a sentence or stand in a
    /// headline.
    private static boolean sameLetters(String written, String name) {
        if (name.chars().noneMatch(Character::isUpperCase)) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            char a = written.charAt(i);
            char b = name.charAt(i);
            if (Character.isLetterOrDigit(b) && a != b && a < 0x2E80) {
                return false;
            }
        }
        return true;
    }

    private static boolean follows(FoldedText text, int end, Set<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        String next = wordAfter(text, end);
        for (String word : words) {
            boolean met = isLatin(word)
                    ? word.equals(next) || isPhraseAfter(text, end, word)
                    : text.slice(end, Math.min(end + word.length(), text.length()))
                            .equals(word);
            if (met || word.equals(NUMBER) && isNumber(next)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPhraseAfter(FoldedText text, int end, String phrase) {
        int from = text.at(end) == ' ' ? end + 1 : end;
        return phrase.indexOf(' ') > 0
                && from + phrase.length() <= text.length()
                && text.slice(from, from + phrase.length()).equals(phrase);
    }

    private static boolean precedes(FoldedText text, int start, Set<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        String previous = wordBefore(text, start);
        for (String word : words) {
            boolean met = isLatin(word)
                    ? word.equals(previous)
                    : text.slice(Math.max(0, start - word.length()), start).equals(word);
            if (met || word.equals(NUMBER) && isNumber(previous)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(String word) {
        return FoldedText.isWord(word.charAt(0));
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty()
                && Character.isDigit(word.charAt(0))
                && !YEAR.matcher(word).matches();
    }

    /// Whether one of the words that let a name pass stands within [#REACH] characters of it.
    static boolean isNearOwnWord(FoldedText text, Hit hit) {
        return hit.name().near().stream().anyMatch(word -> isNear(text, word, hit.start(), hit.end(), REACH));
    }

    private static boolean isNear(FoldedText text, String word, int start, int end, int reach) {
        int to = Math.min(text.length(), end + reach) - word.length();
        for (int at = Math.max(0, start - reach); at <= to; at++) {
            boolean apart = at + word.length() <= start || at >= end;
            if (apart
                    && text.at(at) == word.charAt(0)
                    && text.isWhole(at, at + word.length())
                    && text.slice(at, at + word.length()).equals(word)) {
                return true;
            }
        }
        return false;
    }

    static String wordBefore(FoldedText text, int start) {
        int end = start;
        while (end > 0 && " \"'".indexOf(text.at(end - 1)) >= 0) {
            end--;
        }
        int from = end;
        while (from > 0 && FoldedText.isWord(text.at(from - 1))) {
            from--;
        }
        return text.slice(from, end);
    }

    static String wordAfter(FoldedText text, int end) {
        int from = text.at(end) == ' ' ? Math.min(end + 1, text.length()) : end;
        return text.slice(from, text.wordEnd(from));
    }
}
