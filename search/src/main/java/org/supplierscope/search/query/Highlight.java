package org.supplierscope.search.query;

import java.io.IOException;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;
import org.supplierscope.search.index.Schema;

/// The passage of a text that matches a query best, as safe HTML.
final class Highlight {

    private static final int PASSAGES = 2;
    private static final int LEAD_CHARACTERS = 280;

    private static final UnifiedHighlighter HIGHLIGHTER = UnifiedHighlighter.builderWithoutSearcher(Schema.analyzer())
            .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", " … ", true))
            // The words of a query stand in the index under several fields; whichever it was, the text shows
            // them.
            .withFieldMatcher(field -> true)
            .withMaxNoHighlightPassages(0)
            .build();

    private Highlight() {}

    /// The best passages with the words found in `<mark>`; where none is found, the beginning of the text.
    /// Everything
    /// else is escaped.
    static String of(Query query, String text) throws IOException {
        @Nullable Object passages = HIGHLIGHTER.highlightWithoutSearcher(Schema.TEXT, query, text, PASSAGES);
        return passages == null ? escaped(lead(text)) : passages.toString();
    }

    private static String lead(String text) {
        if (text.length() <= LEAD_CHARACTERS) {
            return text;
        }
        int cut = text.lastIndexOf(' ', LEAD_CHARACTERS);
        return text.substring(0, cut > LEAD_CHARACTERS / 2 ? cut : LEAD_CHARACTERS) + " …";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#x27;");
    }
}
