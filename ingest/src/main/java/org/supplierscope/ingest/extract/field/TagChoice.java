package org.supplierscope.ingest.extract.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

/// Chooses the tags: `article:tag`, JSON-LD keywords, `news_keywords` and its kin, links with `rel=tag`,
/// microdata, then `keywords`, which on many sites is the same on every page.
///
/// The first source that has any gives them all.
public final class TagChoice {

    /// More are no choice of an editor.
    static final int MOST = 20;

    private static final int LONGEST = 60;
    /// A sentence is no tag.
    private static final int MOST_WORDS = 7;

    private static final Pattern SEPARATOR = Pattern.compile("[,;|，；、\\n]");
    /// What some systems write before a tag.
    private static final Pattern LABEL = Pattern.compile("(?i)^(?:#|(?:category|tag|topic|keyword|subject):)\\s*");
    /// `contentId: 7f3a` and the like are for programs.
    private static final Pattern FOR_PROGRAMS = Pattern.compile("^[a-z][A-Za-z_-]{1,30}:");

    private static final String[] METAS = {
        "news_keywords", "parsely-tags", "sailthru.tags", "og:article:tag", "cxenseparse:keywords", "article.tags"
    };

    private TagChoice() {}

    /// Tags in the page's order, each once; null when there is none.
    ///
    /// @param siteName the publication's name, which is no tag; null when unknown
    public static @Nullable Found<List<String>> choose(
            PageSurvey survey, StructuredArticle article, @Nullable String siteName) {
        List<Found<List<String>>> sources = new ArrayList<>();
        sources.add(new Found<>(survey.metas().getOrDefault("article:tag", List.of()), Origin.OPENGRAPH));
        sources.add(new Found<>(article.details().keywords(), Origin.JSON_LD));
        for (String name : METAS) {
            sources.add(new Found<>(survey.metas().getOrDefault(name, List.of()), Origin.ofMeta(name)));
        }
        sources.add(new Found<>(survey.marks().tags(), Origin.HTML));
        sources.add(new Found<>(survey.properties().getOrDefault("keywords", List.of()), Origin.MICRODATA));
        sources.add(new Found<>(survey.metas().getOrDefault("keywords", List.of()), Origin.META));
        for (Found<List<String>> source : sources) {
            List<String> tags = tags(source.value(), siteName);
            if (!tags.isEmpty()) {
                return new Found<>(tags, source.origin());
            }
        }
        return null;
    }

    private static List<String> tags(List<String> values, @Nullable String siteName) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String value : values) {
            for (String part : SEPARATOR.split(value, 4 * MOST)) {
                String line = PlainText.line(part, LONGEST + 1);
                String tag = line == null ? "" : LABEL.matcher(line).replaceFirst("");
                if (tags.size() < MOST && isTag(tag, siteName)) {
                    tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag);
                }
            }
        }
        return List.copyOf(tags.values());
    }

    private static boolean isTag(String tag, @Nullable String siteName) {
        return !tag.isEmpty()
                && tag.length() <= LONGEST
                && !FOR_PROGRAMS.matcher(tag).find()
                && tag.chars().anyMatch(Character::isLetterOrDigit)
                && tag.chars().filter(c -> c == ' ').count() < MOST_WORDS
                && !tag.contains("://")
                && tag.indexOf('{') < 0
                && !tag.equalsIgnoreCase(siteName);
    }
}
