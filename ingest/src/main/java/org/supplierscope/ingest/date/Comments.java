package org.supplierscope.ingest.date;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A date parted from what stands in brackets beside it: RFC 5322 comments, weekdays as `(火)`, zones as `(KST)`
/// or `[Europe/Berlin]`.
///
/// @param original with the brackets
/// @param text without
/// @param zone the zone that a bracket names; null when none does
record Comments(String original, String text, @Nullable ZoneId zone) {

    /// Null when brackets are not closed.
    static @Nullable Comments of(String original) {
        var text = new StringBuilder(original.length());
        ZoneId zone = null;
        int depth = 0;
        int start = 0;
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (c == '(' || c == '[') {
                depth++;
                start = depth == 1 ? i + 1 : start;
            } else if (c == ')' || c == ']') {
                depth--;
                if (depth < 0) {
                    return null;
                }
                if (depth == 0) {
                    ZoneId named = ZoneText.whole(original.substring(start, i).toLowerCase(Locale.ROOT));
                    zone = named == null ? zone : named;
                    text.append(' ');
                }
            } else if (depth == 0) {
                text.append(c);
            }
        }
        return depth == 0
                ? new Comments(original, text.toString().replace("  ", " ").strip(), zone)
                : null;
    }
}
