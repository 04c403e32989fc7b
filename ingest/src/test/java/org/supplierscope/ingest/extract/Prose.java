package org.supplierscope.ingest.extract;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Paragraphs of our own for test pages, each told apart by its number.
public final class Prose {

    private Prose() {}

    /// A paragraph's text, long enough to count as running text.
    public static String paragraph(int number) {
        return "Paragraph " + number + " tells how the plant near the river changed its order of " + number
                + "00 spindles, why the buyers agreed, and what the engineers expect of it next spring.";
    }

    /// `p` elements with the paragraphs from one number to another, both included.
    public static String paragraphs(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "<p>" + paragraph(number) + "</p>\n")
                .collect(Collectors.joining());
    }

    /// The text that those paragraphs make.
    public static String text(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(Prose::paragraph).collect(Collectors.joining("\n\n"));
    }
}
