package org.supplierscope.analysis.catalogue;

import java.lang.Character.UnicodeScript;
import org.jspecify.annotations.Nullable;

/// Which names can be looked for in texts: one that would be found nowhere, or everywhere, is a
/// slip.
final class NameRule {

    /// Registered names of three firms and their forms would fit.
    private static final int LONGEST = 200;

    private NameRule() {}

    /// What is wrong with a name; null when nothing is.
    static @Nullable String objection(String name, Caution caution) {
        String quoted = "'" + Writing.quoted(name) + "' ";
        if (name.length() > LONGEST) {
            return quoted + "is longer than " + LONGEST + " characters, which no name in a text is; give the name only";
        }
        if (!Character.isLetterOrDigit(name.codePointAt(0))) {
            return quoted + "begins with neither a letter nor a digit, so it would never be found; leave that out";
        }
        if (mixesAlphabets(name)) {
            return quoted + "has Latin and Cyrillic letters in one word, some of which look alike; type it anew";
        }
        boolean trusted = caution == Caution.FREE || caution == Caution.CASE_SENSITIVE;
        if (trusted && name.codePoints().noneMatch(Character::isLetter)) {
            return quoted + "is a number, which would be found in every table; write a stock code under tickers, any"
                    + " other number under needs-context";
        }
        if (trusted && name.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
            return quoted + "is too short to be trusted wherever it stands; put it under needs-context or never-alone";
        }
        return null;
    }

    private static boolean mixesAlphabets(String name) {
        boolean latin = false;
        boolean cyrillic = false;
        for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
            int point = name.codePointAt(at);
            boolean letter = Character.isLetter(point);
            UnicodeScript script = UnicodeScript.of(point);
            latin = letter && (latin || script == UnicodeScript.LATIN);
            cyrillic = letter && (cyrillic || script == UnicodeScript.CYRILLIC);
            if (latin && cyrillic) {
                return true;
            }
        }
        return false;
    }
}
