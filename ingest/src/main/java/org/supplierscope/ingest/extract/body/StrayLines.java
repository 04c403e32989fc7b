package org.supplierscope.ingest.extract.body;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.DayOrder;
import org.supplierscope.ingest.extract.field.DateText;

/// Knows lines of a body that are not the article's text, each by itself: promotion, pointers to other
/// articles, captions, dates, names, the title once more.
final class StrayLines {

    /// Lines about the article stand among its first or last ones.
    private static final int EDGE = 4;
    /// A label this short may end like a sentence: "Updated 3 p.m."
    private static final int SHORTEST_SENTENCE = 30;

    /// Words of a byline with two authors and a place.
    private static final int LONGEST_BYLINE = 9;

    private static final PhraseBook DROP = PhraseBook.read("drop");
    private static final PhraseBook LABEL = PhraseBook.read("label");
    private static final PhraseBook CREDIT = PhraseBook.read("credit");
    private static final String TRIANGLES = "▲▼△▽►▶◀◄↑↓";
    private static final PhraseBook EDGE_ONLY = PhraseBook.read("edge");
    private static final PhraseBook END = PhraseBook.read("end");
    /// Whether the day or the month comes first makes no difference here.
    private static final DateText DATES = new DateText(DayOrder.DAY_FIRST);
    private static final Pattern SLIDE_NUMBER =
            Pattern.compile("(?:\\p{L}{1,10} )?\\d{1,3} ?(?:of|/|von|de|di|van|из|z) ?\\d{1,3}");

    private final String title;
    private final String byline;

    /// @param title null when unknown
    /// @param byline null when unknown
    StrayLines(@Nullable String title, @Nullable String byline) {
        this.title = title == null ? "" : PhraseBook.fold(title);
        this.byline = byline == null ? "" : PhraseBook.fold(byline);
    }

    /// Whether the line is the article's title.
    boolean isTitle(Line line) {
        return !title.isEmpty() && line.folded().equals(title);
    }

    /// Whether the article ends before the line, if most of it has been read. A line that goes on after a colon
    /// names one other article and ends nothing.
    static boolean endsArticle(Line line) {
        return line.isLabel() && line.folded().indexOf(':') < 0 && END.opens(line.folded());
    }

    /// Whether such a line stands inside articles too, above a pointer to another one.
    static boolean standsInside(Line line) {
        return DROP.opens(line.folded());
    }

    /// Whether the line is none of the article's.
    ///
    /// @param before lines kept so far
    /// @param left lines still to come, this one included
    boolean isStray(Line line, int before, int left) {
        if (line.isLong()) {
            return false;
        }
        boolean atEdge = before < EDGE || left < EDGE;
        return DROP.opens(line.folded())
                || DROP.standsIn(line.folded())
                || (line.isLabel() && isLabel(line))
                || isCaption(line)
                || (before < EDGE && isTitle(line))
                || (left < EDGE && isBiography(line))
                || (atEdge && line.isLabel() && !line.isHeading() && (isDateOrName(line) || isByline(line)));
    }

    /// `By Ada Lindqvist and Bo Ek, Malmö`: goes on with words of which the last is a name or a number.
    private static boolean isByline(Line line) {
        if (!EDGE_ONLY.opens(line.folded()) || line.block().endsSentence()) {
            return false;
        }
        String[] words = line.block().text().split("[\\s,:|]+", LONGEST_BYLINE + 1);
        String last = words[words.length - 1];
        return words.length > 1
                && words.length <= LONGEST_BYLINE
                && !last.isEmpty()
                && !Character.isLowerCase(last.charAt(0));
    }

    private static boolean isLabel(Line line) {
        boolean sentence =
                line.block().weight() > SHORTEST_SENTENCE && line.block().endsSentence();
        return !sentence
                && (isMarkedAsCredit(line.block().text())
                        || LABEL.opens(line.folded())
                        || LABEL.standsIn(line.folded())
                        || SLIDE_NUMBER.matcher(line.folded()).matches());
    }

    /// A line that ends with the credit of a picture in brackets: `The hall at night (Photo: Ada)`; or that a
    /// triangle points from to the picture above or below, as East Asian papers have it.
    private static boolean isCaption(Line line) {
        String folded = line.folded();
        int bracket = Math.max(folded.lastIndexOf('('), folded.lastIndexOf('['));
        if (bracket > 0 && CREDIT.opens(folded.substring(bracket + 1))) {
            return true;
        }
        return TRIANGLES.indexOf(line.block().text().charAt(0)) >= 0
                && (bracket > 0 || folded.indexOf('/') > 0 || folded.indexOf('=') > 0 || line.isLink());
    }

    /// A copyright sign before all else, or a mail address and nothing else.
    private static boolean isMarkedAsCredit(String text) {
        char first = text.charAt(0);
        return first == '©' || first == 'ⓒ' || first == '℗' || (text.indexOf('@') > 0 && text.indexOf(' ') < 0);
    }

    /// A last line that starts with the author's full name is about the author.
    private boolean isBiography(Line line) {
        return byline.indexOf(' ') > 0 && line.folded().startsWith(byline);
    }

    private boolean isDateOrName(Line line) {
        return DATES.isNothingElse(line.block().text())
                || (!byline.isEmpty() && line.folded().contains(byline));
    }
}
