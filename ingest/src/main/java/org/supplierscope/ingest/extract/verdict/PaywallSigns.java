package org.supplierscope.ingest.extract.verdict;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

    /// Characters, about forty English words.
    private static final int LONGEST_OFFER = 240;

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
        boolean partOfCounted = counted > 0 && page.words() < PART * counted;
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
        if (line == null && page.showsFarLessThanDeclared()) {
            if (marked) {
                return "it has a wall, and it shows less than a quarter of the text that it declares";
            }
            line = HINTS.inAny(near);
        }
        return line != null && page.title() != null ? "it says \"" + line + "\"" : null;
    }

    /// The open part of a stub's text: without the lines of the wall, and without the short lines of its offer
    /// behind them; empty when the stub shows nothing else.
    static String open(PageEvidence page) {
        List<String> body = page.textLines();
        Set<String> inBody = new HashSet<>(body);
        Set<String> offer = new HashSet<>();
        boolean started = false;
        boolean behind = false;
        for (String line : page.shape().lines()) {
            started |= inBody.contains(line);
            // hints stand in the page's head as well
            behind |= LINES.in(line) != null || (started && HINTS.in(line) != null);
            if (behind && line.length() <= LONGEST_OFFER) {
                offer.add(line);
            }
        }
        var open = new StringBuilder();
        for (String line : body) {
            if (!offer.contains(line)) {
                open.append(open.isEmpty() ? "" : "\n\n").append(line);
            }
        }
        return open.toString();
    }

    private static boolean breaksOff(String text) {
        return text.endsWith("…") || text.endsWith("...") || text.endsWith("[…]") || text.endsWith("[...]");
    }
}
