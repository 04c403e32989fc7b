package org.supplierscope.ingest.extract.markup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Reads [StructuredDetails] out of parsed scripts.
final class StructuredDetailsReader {

    private static final int MOST_IMAGES = 10;
    private static final int MOST_KEYWORDS = 50;
    private static final int MOST_TYPES = 100;
    private static final int MOST_CRUMBS = 20;

    private StructuredDetailsReader() {}

    /// The details of the article node, and what the scripts say of the page as a whole.
    ///
    /// @param article the object that was chosen as the article; null when there is none
    static StructuredDetails read(List<LinkedData> scripts, @Nullable JsonNode article) {
        List<String> images = new ArrayList<>();
        List<String> logos = new ArrayList<>();
        List<String> crumbs = new ArrayList<>();
        Set<String> types = new LinkedHashSet<>();
        boolean paid = false;
        for (LinkedData script : scripts) {
            for (JsonNode node : script.objects()) {
                each(node.path("@type"), type -> {
                    if (types.size() < MOST_TYPES) {
                        types.add(type.substring(type.lastIndexOf('/') + 1));
                    }
                });
                addresses(node.path("logo"), script, logos);
                paid |= isFalse(node.path("isAccessibleForFree"));
                if (crumbs.isEmpty() && node.path("@type").asText().endsWith("BreadcrumbList")) {
                    crumbs(node.path("itemListElement"), crumbs);
                }
            }
        }
        if (article == null) {
            return new StructuredDetails("", List.of(), logos, "", crumbs, List.of(), types, paid, 0);
        }
        for (LinkedData script : scripts) {
            addresses(article.path("image"), script, images);
        }
        addresses(article.path("thumbnailUrl"), scripts.getFirst(), images);
        List<String> sections = new ArrayList<>();
        each(article.path("articleSection"), sections::add);
        List<String> keywords = new ArrayList<>();
        each(article.path("keywords"), keyword -> {
            if (keywords.size() < MOST_KEYWORDS) {
                keywords.add(keyword);
            }
        });
        List<String> modified = new ArrayList<>();
        each(article.path("dateModified"), modified::add);
        return new StructuredDetails(
                modified.isEmpty() ? "" : modified.getFirst(),
                images,
                logos,
                sections.isEmpty() ? "" : sections.getFirst(),
                crumbs,
                keywords,
                types,
                paid,
                Math.max(0, article.path("wordCount").asInt(0)));
    }

    private static boolean isFalse(JsonNode node) {
        return node.isBoolean() ? !node.asBoolean() : node.asText().strip().equalsIgnoreCase("false");
    }

    /// The strings of a value or of a list of values; names of objects.
    private static void each(JsonNode node, Consumer<String> taken) {
        if (node.isArray()) {
            for (JsonNode one : node) {
                string(one, taken);
            }
        } else {
            string(node, taken);
        }
    }

    private static void string(JsonNode node, Consumer<String> taken) {
        JsonNode value = node.isObject() ? node.path(node.hasNonNull("name") ? "name" : "@value") : node;
        String text = value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
        if (!text.isEmpty()) {
            taken.accept(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
        }
    }

    private static void addresses(JsonNode node, LinkedData script, List<String> addresses) {
        if (node.isArray()) {
            for (JsonNode one : node) {
                address(one, script, addresses);
            }
        } else {
            address(node, script, addresses);
        }
    }

    private static void address(JsonNode node, LinkedData script, List<String> addresses) {
        JsonNode image = node;
        JsonNode referred = node.isObject() ? script.byId(node.path("@id").asText("")) : null;
        if (referred != null && !node.hasNonNull("url")) {
            image = referred;
        }
        JsonNode value = image.isObject() ? image.path(image.hasNonNull("url") ? "url" : "contentUrl") : image;
        String address = value.isTextual() ? value.asText().strip() : "";
        if (!address.isEmpty() && addresses.size() < MOST_IMAGES && !addresses.contains(address)) {
            addresses.add(address);
        }
    }

    private static void crumbs(JsonNode items, List<String> crumbs) {
        var ordered = new TreeMap<Integer, String>();
        int written = 0;
        for (JsonNode item : items) {
            JsonNode named = item.hasNonNull("name") ? item : item.path("item");
            String name = named.path("name").asText("").strip();
            int position = item.path("position").asInt(++written);
            if (!name.isEmpty() && ordered.size() < MOST_CRUMBS) {
                ordered.putIfAbsent(position, Parser.unescapeEntities(name, false));
            }
        }
        crumbs.addAll(ordered.values());
    }
}
