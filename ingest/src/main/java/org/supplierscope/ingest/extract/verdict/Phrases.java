package org.supplierscope.ingest.extract.verdict;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.WordList;

/// Phrases by which a page tells what it is, in many languages; all are asked at once, since such pages often
/// do not declare theirs.
///
/// A phrase stands anywhere in a line, from the start of a word to the end of one; ` … ` in it parts pieces
/// that must stand in this order. Lines and phrases are compared in lower case, with straight quotes and single
/// spaces.
final class Phrases {

    /// What goes on from a piece of text: letters, and phrases whose first piece ends here.
    private static final class Place {
        private final Map<Character, Place> next = new HashMap<>();
        private final List<String[]> phrases = new ArrayList<>();
    }

    private final Place start = new Place();
    /// With which characters phrases start: few places in a line need a closer look.
    private final BitSet firsts = new BitSet();

    private Phrases() {}

    /// Reads a list.
    ///
    /// @param name without folder and ending
    static Phrases read(String name) {
        var read = new Phrases();
        for (String entry : WordList.read("verdict/" + name + ".txt")) {
            String[] pieces = fold(entry).split(" … ", -1);
            Place at = read.start;
            read.firsts.set(pieces[0].charAt(0));
            for (int i = 0; i < pieces[0].length(); i++) {
                at = at.next.computeIfAbsent(pieces[0].charAt(i), letter -> new Place());
            }
            at.phrases.add(pieces);
        }
        return read;
    }

    /// The first phrase that stands in one of the lines, or null.
    @Nullable
    String inAny(List<String> lines) {
        for (String line : lines) {
            String phrase = in(line);
            if (phrase != null) {
                return phrase;
            }
        }
        return null;
    }

    /// A phrase that stands in the line, or null.
    @Nullable
    String in(String line) {
        String folded = fold(line);
        for (int i = 0; i < folded.length(); i++) {
            if (firsts.get(folded.charAt(i)) && (i == 0 || !joins(folded.charAt(i - 1), folded.charAt(i)))) {
                String phrase = at(folded, i);
                if (phrase != null) {
                    return phrase;
                }
            }
        }
        return null;
    }

    private @Nullable String at(String line, int from) {
        @Nullable Place place = start;
        for (int i = from; i < line.length(); i++) {
            place = place.next.get(line.charAt(i));
            if (place == null) {
                return null;
            }
            for (String[] pieces : place.phrases) {
                if (endsWord(line, i + 1) && goesOn(pieces, line, i + 1)) {
                    return String.join(" … ", pieces);
                }
            }
        }
        return null;
    }

    private static boolean goesOn(String[] pieces, String line, int end) {
        int from = end;
        for (int i = 1; i < pieces.length; i++) {
            int at = line.indexOf(pieces[i], from);
            if (at < 0) {
                return false;
            }
            from = at + pieces[i].length();
        }
        return true;
    }

    private static boolean endsWord(String line, int end) {
        return end == line.length() || !joins(line.charAt(end - 1), line.charAt(end));
    }

    /// Whether two characters stand in one word; scripts without spaces, and Korean, whose words take endings,
    /// have no such places.
    private static boolean joins(char one, char other) {
        return Character.isLetterOrDigit(one) && Character.isLetterOrDigit(other) && one < 0x2E80 && other < 0x2E80;
    }

    private static String fold(String line) {
        var folded = new StringBuilder(line.length());
        boolean space = true;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c > ' ' && c < 0x80) {
                folded.append(c == '`' ? '\'' : Character.toLowerCase(c));
                space = false;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!space) {
                    folded.append(' ');
                }
                space = true;
            } else {
                folded.append(
                        switch (c) {
                            case '’', '‘', '´' -> '\'';
                            case '“', '”', '„', '«', '»' -> '"';
                            default -> Character.toLowerCase(c);
                        });
                space = false;
            }
        }
        return folded.toString().strip();
    }
}
