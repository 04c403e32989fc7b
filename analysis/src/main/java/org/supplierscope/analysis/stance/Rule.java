package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import org.supplierscope.analysis.published.Stance;

/// One rule of the cue grammar; the form is told in `grammar.txt`.
///
/// @param side PRECISION, BREADTH, or MIXED for both
/// @param weight from 0 to 1
/// @param name for people
/// @param elements the classes of each word
/// @param gaps greatest distance before each word but the first, in half words
/// @param unless classes that must not stand in between
/// @param named whether a supplier counts that the clause names only as object
/// @param undated whether a date on a road map in the same sentence takes the rule its force
/// @param decides whether it names one course and denies the other
record Rule(
        Stance side,
        double weight,
        String name,
        List<WordClasses> elements,
        List<Integer> gaps,
        WordClasses unless,
        boolean named,
        boolean undated,
        boolean decides) {

    /// Parses a line of the grammar.
    static Rule parse(String line) {
        int colon = line.indexOf(": ");
        String head = line.substring(0, colon);
        int first = head.indexOf(' ');
        int second = head.indexOf(' ', first + 1);
        List<WordClasses> elements = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        WordClasses unless = WordClasses.NONE;
        boolean named = false;
        boolean undated = false;
        boolean decides = false;
        boolean excluding = false;
        for (String word : line.substring(colon + 2).split(" ", -1)) {
            if (word.equals("unless")) {
                excluding = true;
            } else if (word.equals("named")) {
                named = true;
            } else if (word.equals("undated")) {
                undated = true;
            } else if (word.equals("decides")) {
                decides = true;
            } else if (Character.isDigit(word.charAt(0))) {
                gaps.add(2 * Integer.parseInt(word));
            } else if (excluding) {
                unless = unless.and(classes(word));
            } else {
                elements.add(classes(word));
            }
        }
        return new Rule(
                side(head.charAt(0)),
                Double.parseDouble(head.substring(first + 1, second)),
                head.substring(second + 1),
                List.copyOf(elements),
                List.copyOf(gaps),
                unless,
                named,
                undated,
                decides);
    }

    private static Stance side(char letter) {
        return switch (letter) {
            case 'P' -> Stance.PRECISION;
            case 'B' -> Stance.BREADTH;
            case 'M' -> Stance.MIXED;
            default -> throw new IllegalArgumentException("side " + letter + " is none of P, B, M");
        };
    }

    private static WordClasses classes(String names) {
        WordClasses classes = WordClasses.NONE;
        for (String each : names.split("\\|", -1)) {
            classes = classes.with(WordClass.valueOf(each));
        }
        return classes;
    }
}
