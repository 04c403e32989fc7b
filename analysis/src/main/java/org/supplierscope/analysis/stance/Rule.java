package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import org.supplierscope.analysis.published.Stance;

/// One rule of the cue grammar; the form is told in `grammar.txt`.
///
/// @param side PRECISION or BREADTH
/// @param weight from 0 to 1
/// @param name for people
/// @param elements class bits of each word
/// @param gaps greatest distance before each word but the first, in half words
/// @param unless class bits that must not stand in between
/// @param named whether a supplier counts that the clause names only as object
record Rule(
        Stance side, double weight, String name, List<Long> elements, List<Integer> gaps, long unless, boolean named) {

    /// Parses a line of the grammar.
    static Rule parse(String line) {
        int colon = line.indexOf(": ");
        String head = line.substring(0, colon);
        int first = head.indexOf(' ');
        int second = head.indexOf(' ', first + 1);
        List<Long> elements = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        long unless = 0;
        boolean named = false;
        boolean excluding = false;
        for (String word : line.substring(colon + 2).split(" ", -1)) {
            if (word.equals("unless")) {
                excluding = true;
            } else if (word.equals("named")) {
                named = true;
            } else if (Character.isDigit(word.charAt(0))) {
                gaps.add(2 * Integer.parseInt(word));
            } else if (excluding) {
                unless |= bits(word);
            } else {
                elements.add(bits(word));
            }
        }
        return new Rule(
                head.charAt(0) == 'P' ? Stance.PRECISION : Stance.BREADTH,
                Double.parseDouble(head.substring(first + 1, second)),
                head.substring(second + 1),
                List.copyOf(elements),
                List.copyOf(gaps),
                unless,
                named);
    }

    private static long bits(String classes) {
        long bits = 0;
        for (String each : classes.split("\\|", -1)) {
            bits |= WordClass.valueOf(each).bit();
        }
        return bits;
    }
}
