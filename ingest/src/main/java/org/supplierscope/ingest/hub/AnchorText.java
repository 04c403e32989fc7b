package org.supplierscope.ingest.hub;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.DateReader;

/// What a link says.
final class AnchorText {

    /// A headline is shorter; a link that says more encloses a whole card.
    private static final int LONGEST = 160;

    private static final int MOST_PARTS = 40;
    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\p{Z}]+");

    private AnchorText() {}

    /// The headline of a link: its heading, else its text, else the first part of its text that is more than a
    /// label or a date, else what describes its picture.
    static String of(Element anchor, @Nullable Element heading) {
        if (heading != null && !heading.text().isBlank()) {
            return oneLine(heading.text());
        }
        String text = oneLine(anchor.text());
        if (text.isEmpty()) {
            Element picture = anchor.selectFirst("img[alt]");
            String title = oneLine(anchor.attr("title"));
            return title.isEmpty() && picture != null ? oneLine(picture.attr("alt")) : title;
        }
        boolean isCard = anchor.childrenSize() > 1 || text.length() > LONGEST;
        return isCard ? firstHeadline(anchor, text) : text;
    }

    private static String firstHeadline(Element anchor, String text) {
        int seen = 0;
        for (Element part : anchor.getAllElements()) {
            String own = oneLine(part.ownText());
            if (++seen > MOST_PARTS) {
                break;
            }
            if (Wording.weight(own) >= 2 && DateReader.read(own) == null) {
                return oneLine(part.text()).length() <= LONGEST ? oneLine(part.text()) : own;
            }
        }
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static String oneLine(String text) {
        return WHITESPACE.matcher(text).replaceAll(" ").strip();
    }
}
