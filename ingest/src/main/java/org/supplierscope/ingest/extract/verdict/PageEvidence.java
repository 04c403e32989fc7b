package org.supplierscope.ingest.extract.verdict;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.body.TextShape;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

/// What a verdict rests on.
///
/// @param url the page's address; null when unknown
/// @param status the HTTP status; 0 when unknown
/// @param title the page's own title; null when it has none
/// @param text the body that was found; empty when there is none
public record PageEvidence(
        @Nullable URI url,
        int status,
        @Nullable String title,
        String text,
        PageSurvey survey,
        StructuredArticle structured,
        TextShape shape) {

    /// Below so many declared words, counts prove nothing.
    private static final int FEWEST_COUNTED = 120;

    private static final double FAR_LESS = 0.25;
    private static final Set<String> ARTICLE_TYPES = Set.of("WebPage", "SocialMediaPosting", "DiscussionForumPosting");

    /// Weight of the body: of what the page shows, or of the whole text where it was declared and not shown.
    int weight() {
        return shape.kept() > 0 ? shape.kept() : text.length();
    }

    /// Whether structured data or `meta` elements of the page call it an article with a date.
    boolean isDeclaredArticle() {
        return isDatedArticle()
                || !survey.meta("article:published_time", "article:published").isEmpty()
                || !survey.property("articlebody").isEmpty()
                || ofGraph().startsWith("article")
                || !structured.body().isEmpty();
    }

    /// Whether structured data name an article and its day: programs that make lists write no such thing about
    /// them.
    boolean isDatedArticle() {
        return !structured.published().isEmpty()
                && structured.details().types().stream()
                        .anyMatch(type ->
                                (type.endsWith("Article") || type.endsWith("Posting") || type.endsWith("Report"))
                                        && !ARTICLE_TYPES.contains(type));
    }

    /// Whether it shows less than a quarter of the words that structured data count, or of the body that they
    /// hold: publishers count in several ways, but not that differently.
    boolean showsFarLessThanDeclared() {
        int declared = Math.max(structured.details().words(), words(structured.body()));
        return declared >= FEWEST_COUNTED && words(text) < FAR_LESS * declared;
    }

    /// The paragraphs of the text.
    List<String> textLines() {
        return TextShape.paragraphs(text);
    }

    /// How many words the text has.
    int words() {
        return words(text);
    }

    /// `og:type`, lower case.
    String ofGraph() {
        return survey.meta("og:type").toLowerCase(Locale.ROOT);
    }

    /// The titles that the page gives itself: chosen, window, headings, `og:title`.
    List<String> titles() {
        var titles = new java.util.ArrayList<>(
                survey.headings().subList(0, Math.min(5, survey.headings().size())));
        if (title != null) {
            titles.add(title);
        }
        titles.add(survey.windowTitle());
        titles.add(survey.meta("og:title"));
        return titles;
    }

    /// Path of the address, lower case; `/` when unknown.
    String path() {
        String path = url == null ? null : url.getPath();
        return path == null || path.isEmpty() ? "/" : path.toLowerCase(Locale.ROOT);
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
