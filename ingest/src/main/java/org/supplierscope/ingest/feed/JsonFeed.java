package org.supplierscope.ingest.feed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.feed.FeedReading.Feed;

/// Reads JSON Feed 1.0 and 1.1 (<https://www.jsonfeed.org/version/1.1/>), an item at a time. What is null or of
/// the wrong kind is not there; what is cut off ends the feed.
final class JsonFeed {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private static final Set<String> ABOUT = Set.of(
            "version", "title", "home_page_url", "feed_url", "description", "author", "authors", "language", "hubs");

    private final FeedResponse response;
    private final Map<String, JsonNode> about = new HashMap<>();
    private final List<FeedItem> items = new ArrayList<>();
    private boolean listsItems;
    private boolean damaged;
    private int left;

    private JsonFeed(FeedResponse response) {
        this.response = response;
    }

    /// Reads a feed, however damaged.
    ///
    /// @param start where its first brace is
    static FeedReading read(DecodedFeed decoded, int start, FeedResponse response) {
        var feed = new JsonFeed(response);
        try (JsonParser parser = JSON.createParser(decoded.text().substring(start))) {
            feed.read(parser);
        } catch (IOException e) {
            // Damaged or nested without end: what was read until there is what there is.
            feed.damaged = true;
        }
        boolean named = feed.text("version").contains("jsonfeed.org");
        if (!named && !feed.listsItems) {
            return FeedReader.notAFeed(feed.damaged ? "it begins like JSON and is none" : "it is JSON of another kind");
        }
        return new Feed(feed.channel(decoded.encoding()), feed.items, feed.left);
    }

    private void read(JsonParser parser) throws IOException {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                listsItems = true;
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    take(JSON.readTree(parser));
                }
            } else if (ABOUT.contains(name)) {
                about.put(name, JSON.readTree(parser));
            } else {
                parser.skipChildren();
            }
        }
    }

    private void take(@Nullable JsonNode item) {
        if (item == null || !item.isObject()) {
            return;
        }
        if (items.size() < FeedReader.MAX_ITEMS) {
            items.add(item(item));
        } else {
            left++;
        }
    }

    private FeedItem item(JsonNode item) {
        String id = text(item, "id");
        URI link = link(text(item, "url"));
        link = link == null ? link(text(item, "external_url")) : link;
        return new FeedItem(
                FeedMarkup.plain(text(item, "title")),
                link == null && id.startsWith("http") ? link(id) : link,
                id.isEmpty() ? null : id,
                date(text(item, "date_published")),
                date(text(item, "date_modified")),
                author(item),
                content(item),
                XmlScope.tag(text(item, "language")));
    }

    private @Nullable String content(JsonNode item) {
        String html = FeedMarkup.clean(text(item, "content_html"), response.base());
        String plain = html == null ? FeedMarkup.plain(text(item, "content_text")) : html;
        return plain == null ? FeedMarkup.plain(text(item, "summary")) : plain;
    }

    private FeedChannel channel(String encoding) {
        List<URI> hubs = new ArrayList<>();
        for (JsonNode hub : about.getOrDefault("hubs", MissingNode.getInstance())) {
            URI link = text(hub, "type").equalsIgnoreCase("websub") ? link(text(hub, "url")) : null;
            if (link != null) {
                hubs.add(link);
            }
        }
        String language = XmlScope.tag(text("language"));
        return new FeedChannel(
                FeedMarkup.plain(text("title")),
                link(text("home_page_url")),
                null,
                FeedMarkup.plain(text("description")),
                author(JSON.createObjectNode().setAll(about)),
                language == null ? XmlScope.tag(response.contentLanguage()) : language,
                null,
                null,
                link(text("feed_url")),
                hubs.isEmpty() ? WebLinks.ofHeader(response.link(), "hub", response.base()) : hubs,
                null,
                encoding);
    }

    private static @Nullable String author(JsonNode owner) {
        JsonNode first = owner.path("authors").path(0);
        String name = text(first.isObject() ? first : owner.path("author"), "name");
        return name.isEmpty() ? null : Person.of(name);
    }

    private @Nullable URI link(String text) {
        return text.isEmpty() ? null : WebLinks.resolve(response.base(), text);
    }

    private static @Nullable Instant date(String text) {
        return text.isEmpty() ? null : FeedDates.read(text);
    }

    private String text(String name) {
        return text(about.getOrDefault(name, MissingNode.getInstance()));
    }

    private static String text(JsonNode owner, String name) {
        return text(owner.path(name));
    }

    /// A text or number; empty for everything else.
    private static String text(JsonNode value) {
        return value.isTextual() || value.isNumber()
                ? XmlRepair.characters(value.asText()).strip()
                : "";
    }
}
