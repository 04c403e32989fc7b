package org.supplierscope.ingest.extract.markup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads the article out of a page's JSON-LD scripts (<https://schema.org/Article>).
public final class StructuredArticleReader {

    private static final Set<String> ARTICLE_TYPES = WordList.read("markup/article-types.txt");
    private static final int MOST_AUTHORS = 20;

    private StructuredArticleReader() {}

    /// The article that the page is about; [StructuredArticle#NONE] when the scripts name none.
    ///
    /// @param scripts the scripts' contents; broken ones are mined for their plain fields
    public static StructuredArticle read(List<String> scripts) {
        List<LinkedData> parsed = new ArrayList<>();
        for (String script : scripts) {
            parsed.add(LinkedData.parse(script));
        }
        StructuredArticle best = StructuredArticle.NONE;
        @Nullable JsonNode chosen = null;
        for (LinkedData data : parsed) {
            for (JsonNode node : data.objects()) {
                if (isArticle(node)) {
                    StructuredArticle article = article(node, data);
                    if (worth(article) > worth(best)) {
                        best = article;
                        chosen = node;
                    }
                }
            }
        }
        StructuredArticle told = best.equals(StructuredArticle.NONE) ? BrokenLinkedData.mine(scripts) : best;
        return told.with(StructuredDetailsReader.read(parsed, chosen));
    }

    private static int worth(StructuredArticle article) {
        return (article.headline().isEmpty() ? 0 : 1)
                + (article.published().isEmpty() ? 0 : 2)
                + (article.authors().isEmpty() ? 0 : 1)
                + (article.body().isEmpty() ? 0 : 2);
    }

    private static boolean isArticle(JsonNode node) {
        JsonNode type = node.path("@type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (ARTICLE_TYPES.contains(one.asText())) {
                    return true;
                }
            }
        }
        return ARTICLE_TYPES.contains(type.asText());
    }

    private static StructuredArticle article(JsonNode node, LinkedData data) {
        return new StructuredArticle(
                text(node.hasNonNull("headline") ? node.get("headline") : node.path("name")),
                text(node.path("datePublished")),
                names(node.hasNonNull("author") ? node.get("author") : node.path("creator"), data),
                String.join(", ", names(node.path("publisher"), data)),
                text(node.path("inLanguage")),
                text(node.path("url")),
                text(node.path("articleBody")));
    }

    private static List<String> names(JsonNode node, LinkedData data) {
        List<String> names = new ArrayList<>();
        if (node.isArray()) {
            for (JsonNode one : node) {
                if (names.size() < MOST_AUTHORS) {
                    addName(names, one, data);
                }
            }
        } else {
            addName(names, node, data);
        }
        return names;
    }

    private static void addName(List<String> names, JsonNode node, LinkedData data) {
        JsonNode named = node;
        @Nullable JsonNode referred = data.byId(node.path("@id").asText(""));
        if (!node.hasNonNull("name") && referred != null) {
            named = referred;
        }
        JsonNode name = named.isObject() ? named.path("name") : named;
        if (name.isArray()) {
            name.forEach(one -> addText(names, one));
        } else {
            addText(names, name);
        }
    }

    private static void addText(List<String> names, JsonNode node) {
        String name = text(node);
        if (!name.isEmpty() && !names.contains(name)) {
            names.add(name);
        }
    }

    /// Strings in JSON-LD hold entities, and in some systems twice encoded ones.
    private static String text(JsonNode node) {
        JsonNode value = node.isArray() && !node.isEmpty() ? node.get(0) : node;
        if (value.isObject()) {
            value = value.path("@value");
        }
        String raw = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
        return raw.indexOf('&') < 0 ? raw : Parser.unescapeEntities(Parser.unescapeEntities(raw, false), false);
    }
}
