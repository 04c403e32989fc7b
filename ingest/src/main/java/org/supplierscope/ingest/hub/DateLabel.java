package org.supplierscope.ingest.hub;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.DateReader;
import org.supplierscope.ingest.date.DayOrder;
import org.supplierscope.ingest.date.WrittenDate;

/// The date of a card: what stands beside the link of an article on a list.
final class DateLabel {

    private static final int LONGEST = 80;
    private static final int MOST_PARTS = 60;
    /// "Posted on", "Publié le", "Last updated:".
    private static final int MOST_WORDS_BEFORE = 4;

    private static final Pattern PARTS = Pattern.compile("\\s[|·•–—/]\\s|[|·•【】]");

    private DateLabel() {}

    /// The first full date within an element; null when it has none.
    ///
    /// @param order how `3/4/2025` is read; null where the page does not tell
    static @Nullable WrittenDate in(Element card, @Nullable DayOrder order) {
        int seen = 0;
        for (Element part : card.getAllElements()) {
            if (++seen > MOST_PARTS) {
                return null;
            }
            WrittenDate date = part.normalName().equals("time") ? full(part.attr("datetime"), order) : null;
            date = date == null ? read(part.ownText(), order) : date;
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable WrittenDate read(String text, @Nullable DayOrder order) {
        if (text.length() > LONGEST || text.chars().noneMatch(Character::isDigit)) {
            return null;
        }
        for (String part : PARTS.split(text, -1)) {
            String rest = part.strip();
            for (int i = 0; i <= MOST_WORDS_BEFORE; i++) {
                WrittenDate date = full(rest, order);
                int space = rest.indexOf(' ');
                if (date != null || space < 0) {
                    if (date != null) {
                        return date;
                    }
                    break;
                }
                rest = rest.substring(space + 1);
            }
        }
        return null;
    }

    private static @Nullable WrittenDate full(String text, @Nullable DayOrder order) {
        WrittenDate date = text.isEmpty() ? null : DateReader.read(text, order);
        return date != null && date.hasDay() ? date : null;
    }
}
