package org.supplierscope.ingest.extract.markup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// The text in the state that a page's program starts with: pages that draw themselves by script send their
/// article as JSON, and show nothing to who does not run the script.
public final class PageState {

    /// Characters, about seventy English words: shorter ones are teasers and notices.
    private static final int SHORTEST = 400;
    private static final int FEWEST_SENTENCES = 3;
    /// Letters by which texts are told apart.
    private static final int START = 40;
    private static final int MOST_SCRIPTS = 30;
    /// Also bounds how often a paragraph is copied outwards.
    private static final int MAX_DEPTH = 64;

    /// Fields that systems keep an article's text in, whole or, in a list under one of these names, by the
    /// paragraph.
    private static final Set<String> FIELDS = Set.of(
            "articlebody",
            "body",
            "bodyhtml",
            "body_html",
            "bodytext",
            "content",
            "contenthtml",
            "content_html",
            "content_elements",
            "blocks",
            "paragraphs",
            "fulltext",
            "html",
            "rendered",
            "text");

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /// The longest form of each text, by its first letters: the same text comes plain, marked up and in pieces.
    private final Map<String, String> found = new HashMap<>();
    /// For each open object and array, the paragraphs read in it, or empty where none are collected.
    private final Deque<StringBuilder> open = new ArrayDeque<>();

    private PageState() {}

    /// The longest text in the page's state, plain or marked up; empty when there is none, and when there are
    /// several of like length, as on pages that list articles.
    public static String body(Document document) {
        var state = new PageState();
        int scripts = 0;
        for (Element script : document.getElementsByTag("script")) {
            String json = json(script);
            if (json != null && scripts++ < MOST_SCRIPTS) {
                state.read(json);
            }
        }
        String longest = "";
        int second = 0;
        for (String text : state.found.values()) {
            second = Math.max(second, Math.min(text.length(), longest.length()));
            longest = text.length() > longest.length() ? text : longest;
        }
        return 2 * second > longest.length() ? "" : longest;
    }

    /// What of the script is JSON: all, or what it assigns to a name of the window.
    private static @Nullable String json(Element script) {
        String type = script.attr("type").toLowerCase(Locale.ROOT);
        if (type.contains("ld+json")) {
            return null;
        }
        String data = script.data();
        if (type.contains("json")) {
            return data;
        }
        int assigned = data.stripLeading().startsWith("window.") ? data.indexOf('=') : -1;
        int start = assigned < 0 ? -1 : data.indexOf('{', assigned);
        return start < 0 || !data.substring(assigned + 1, start).isBlank() ? null : data.substring(start);
    }

    private void read(String json) {
        open.clear();
        try (JsonParser parser = JSON.createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    open.push(new StringBuilder());
                } else if (token.isStructEnd()) {
                    close(parser, token);
                    if (open.isEmpty()) {
                        return;
                    }
                } else if (token == JsonToken.VALUE_STRING && isTextField(parser.currentName())) {
                    text(parser.getText());
                }
            }
        } catch (JacksonException e) {
            // what was read before the fault counts
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot be read", e);
        }
    }

    /// Paragraphs go outwards as far as the list that names them, and no further.
    private void close(JsonParser parser, JsonToken end) throws IOException {
        StringBuilder paragraphs = open.pop();
        boolean list = end == JsonToken.END_ARRAY;
        if (list && isTextField(parser.currentName())) {
            keep(paragraphs.toString());
        } else if (!list && !open.isEmpty()) {
            open.peek().append(paragraphs);
        }
    }

    private void text(String text) {
        keep(text);
        if (!open.isEmpty()) {
            open.peek().append("<p>").append(text).append("</p>\n");
        }
    }

    private void keep(String text) {
        if (text.length() >= SHORTEST && isProse(text)) {
            found.merge(start(text), text, (one, other) -> one.length() >= other.length() ? one : other);
        }
    }

    private static String start(String text) {
        var letters = new StringBuilder(START);
        boolean inTag = false;
        for (int i = 0; i < text.length() && letters.length() < START; i++) {
            char c = text.charAt(i);
            inTag = c == '<' || (inTag && c != '>');
            if (!inTag && Character.isLetterOrDigit(c)) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static boolean isTextField(@Nullable String name) {
        return name != null && FIELDS.contains(name.toLowerCase(Locale.ROOT));
    }

    /// Style sheets and programs are long too, but make no sentences.
    private static boolean isProse(String text) {
        int sentences = 0;
        for (int i = 1; i + 1 < text.length() && sentences < FEWEST_SENTENCES; i++) {
            char c = text.charAt(i);
            boolean behindLetter = Character.isLetter(text.charAt(i - 1));
            char next = text.charAt(i + 1);
            boolean ends =
                    c == '。' || ((c == '.' || c == '।' || c == '؟') && (next == ' ' || next == '<' || next == '\n'));
            sentences += ends && behindLetter ? 1 : 0;
        }
        return sentences >= FEWEST_SENTENCES;
    }
}
