package org.supplierscope.ingest.extract.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;
import org.supplierscope.ingest.extract.markup.WordList;

/// Chooses the byline: JSON-LD, then `meta`, then microdata, then author links, then elements that are called
/// byline.
public final class BylineChoice {

    /// Longer than any list of names that is a byline.
    private static final int LONGEST = 120;
    private static final Set<String> PREFIXES = WordList.read("field/byline-prefixes.txt");
    private static final Set<String> NOBODY = WordList.read("field/byline-nobody.txt");

    private BylineChoice() {}

    /// Names parted by ", ", without "by"; null when the page names nobody.
    public static @Nullable Found<String> choose(PageSurvey survey, StructuredArticle article) {
        List<Found<String>> sources = new ArrayList<>();
        sources.add(new Found<>(String.join(", ", article.authors()), Origin.JSON_LD));
        for (String name : List.of(
                "author",
                "article:author",
                "parsely-author",
                "sailthru.author",
                "dc.creator",
                "byl",
                "dcterms.creator",
                "byline",
                "citation_author",
                "twitter:creator")) {
            sources.add(new Found<>(survey.meta(name), Origin.ofMeta(name)));
        }
        sources.add(new Found<>(survey.property("author"), Origin.MICRODATA));
        for (PageSurvey.AuthorMark mark : survey.authors()) {
            if (mark.byRelation()) {
                sources.add(new Found<>(mark.text(), Origin.HTML));
            }
        }
        for (PageSurvey.AuthorMark mark : survey.authors()) {
            if (!mark.byRelation()) {
                sources.add(new Found<>(mark.text(), Origin.HTML));
            }
        }
        return sources.stream()
                .map(source -> new Found<>(clean(source.value()), source.origin()))
                .filter(source -> namesSomebody(source.value()))
                .findFirst()
                .orElse(null);
    }

    private static String clean(String raw) {
        String name = raw.replaceAll("\\s+", " ").strip();
        String lower = name.toLowerCase(Locale.ROOT);
        for (String prefix : PREFIXES) {
            if (lower.startsWith(prefix) && name.length() > prefix.length()) {
                boolean wordEnds = !Character.isLetter(prefix.charAt(prefix.length() - 1))
                        || prefix.charAt(0) > 0x2E80
                        || !Character.isLetter(name.charAt(prefix.length()));
                if (wordEnds) {
                    return name.substring(prefix.length()).replaceFirst("^[\\s:：]+", "");
                }
            }
        }
        return name;
    }

    private static boolean namesSomebody(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !name.isBlank()
                && name.length() <= LONGEST
                && name.chars().anyMatch(Character::isLetter)
                && !lower.contains("://")
                && !lower.startsWith("@")
                && !lower.startsWith("www.")
                && !NOBODY.contains(lower);
    }
}
