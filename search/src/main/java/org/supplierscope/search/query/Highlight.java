package org.supplierscope.search.query;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;
import org.supplierscope.search.index.Schema;

/// The passages of a text that match a query best, as safe HTML.
final class Highlight {

    private static final int PASSAGES = 2;
    private static final int LEAD_CHARACTERS = 280;
    /// As much of a text as is looked through, in characters: a hundred milliseconds' work, and more than the
    /// longest articles have.
    private static final int LOOKED_THROUGH = 100_000;

    /// Where a query's words stand in the index. Whichever it was, the text shows them; an id or a language tag
    /// is no word.
    private static final Set<String> WORDS = Set.of(Schema.TITLE, Schema.TEXT, Schema.SUPPLIER_NAME, Schema.GROUP_NAME);

    private static final UnifiedHighlighter HIGHLIGHTER = UnifiedHighlighter.builderWithoutSearcher(Schema.analyzer())
            .withFormatter(new PassageText())
            .withFieldMatcher(WORDS::contains)
            // A passage ends with its paragraph, also where that is a heading without a full stop.
            .withBreakIterator(() -> new SplittingBreakIterator(BreakIterator.getSentenceInstance(Locale.ROOT), '\n'))
            .withMaxNoHighlightPassages(0)
            .build();

    private Highlight() {}

    /// The best passages with the words found in `<mark>`; where none is found, the beginning of the text.
    /// Everything else is escaped.
    static String of(Query query, String text) throws IOException {
        String looked = text.substring(0, PassageText.whole(text, Math.min(text.length(), LOOKED_THROUGH)));
        @Nullable Object passages = HIGHLIGHTER.highlightWithoutSearcher(Schema.TEXT, query, looked, PASSAGES);
        return passages == null ? PassageText.escaped(lead(text)) : passages.toString();
    }

    private static String lead(String text) {
        if (text.length() <= LEAD_CHARACTERS) {
            return text;
        }
        int cut = text.lastIndexOf(' ', LEAD_CHARACTERS);
        int whole = PassageText.whole(text, LEAD_CHARACTERS);
        return text.substring(0, cut > LEAD_CHARACTERS / 2 ? cut : whole) + " …";
    }
}
