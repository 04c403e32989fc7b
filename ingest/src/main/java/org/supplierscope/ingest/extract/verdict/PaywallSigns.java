package org.supplierscope.ingest.extract.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Signs that a page shows only the beginning of an article.
///
/// Many publishers declare an article as paid and still send it whole, to be hidden by a script; so a
/// declaration alone decides nothing.
final class PaywallSigns {

    /// About 250 English words: publishers give away a few paragraphs.
    private static final int SHORT = 1300;
    /// About 500 English words: with every other sign, a long beginning.
    private static final int LONG_BEGINNING = 2600;
    /// Of the words that structured data count, a stub shows less than this part.
    private static final double PART = 0.5;

    private static final Phrases LINES = Phrases.read("paywall-lines");
    private static final Phrases HINTS = Phrases.read("paywall-hints");
    private static final List<String> PAID_TIERS = List.of("locked", "paid", "premium", "subscriber");

    private PaywallSigns() {}

    /// Why it is a stub; null when it is none.
    static @Nullable String reason(PageEvidence page) {
        boolean declared = page.structured().details().paid()
                || PAID_TIERS.contains(
                        page.survey().meta("article:content_tier").toLowerCase(java.util.Locale.ROOT));
        if (page.weight() > LONG_BEGINNING) {
            return null;
        }
        List<String> near = page.shape().atEnd();
        boolean marked = page.survey().marks().paywall();
        String line = LINES.inAny(near);
        if (line == null && (declared || marked)) {
            line = HINTS.inAny(near);
        }
        if (line == null && declared && page.weight() <= SHORT) {
            line = LINES.inAny(page.shape().lines());
        }
        int counted = page.structured().details().words();
        boolean partOfCounted = counted > 0 && words(page.text()) < PART * counted;
        if (declared && (line != null || partOfCounted)) {
            return line != null
                    ? "declared as paid, and it says \"" + line + "\""
                    : "declared as paid, and it shows less than half of its " + counted + " words";
        }
        if (page.weight() > SHORT) {
            return null;
        }
        if (declared && (breaksOff(page.text()) || marked)) {
            return "declared as paid, and its text breaks off";
        }
        return line != null && page.title() != null ? "it says \"" + line + "\"" : null;
    }

    private static boolean breaksOff(String text) {
        return text.endsWith("…") || text.endsWith("...") || text.endsWith("[…]") || text.endsWith("[...]");
    }

    /// Words as content systems count them: runs between spaces; a character each in scripts without spaces.
    private static int words(String text) {
        int words = 0;
        boolean in = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && (c >= 0x2E80 || !in)) {
                words++;
            }
            in = letter && c < 0x2E80;
        }
        return words;
    }
}
