package org.supplierscope.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// P6: markup that changes its meaning on its way through parsers (`mutations.txt`) is harmless whenever a browser
/// parses what we stored, and whenever somebody parses and writes that once more.
class MutationTest {

    /// What shapes text; nothing that acts, loads documents or takes input.
    private static final Set<String> ALLOWED = Set.of(("html head body a abbr acronym address article aside audio b bdi"
                    + " bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em"
                    + " figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark menu nav"
                    + " ol p pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody"
                    + " td tfoot th thead time tr tt u ul var video wbr")
            .split(" ", -1));
    private static final Set<String> ADDRESSES = Set.of("href", "src", "cite");
    /// Beside addresses: words and numbers alone.
    private static final Set<String> PLAIN = Set.of(("abbr align alt axis class colspan datetime dir height lang rel"
                    + " rowspan scope span start summary title type valign width")
            .split(" ", -1));
    private static final Pattern KEPT = Pattern.compile("kept");

    static List<String> payloads() throws IOException {
        try (InputStream file = MutationTest.class.getResourceAsStream("mutations.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    // P6
    @ParameterizedTest
    @MethodSource("payloads")
    void isHarmlessHoweverOftenItIsParsedAgain(String payload) {
        String clean = clean(payload);
        String once = written(clean);
        String twice = written(once);

        assertThat(Stream.of(clean, once, twice)).allSatisfy(html -> {
            harmless(Jsoup.parse(html));
            harmless(Jsoup.parseBodyFragment(html));
        });
        assertThat(clean(clean)).as("is the same when it is cleaned again").isEqualTo(clean);
        assertThat(twice).as("settles").isEqualTo(once);
        assertThat(count(Jsoup.parse(clean).text())).isEqualTo(count(payload));
    }

    // P6
    @ParameterizedTest
    @MethodSource("payloads")
    void isHarmlessInAFeedAsWell(String payload) {
        FeedItem escaped =
                item("<description>" + payload.replace("&", "&amp;").replace("<", "&lt;") + "</description>");
        FeedItem inline = item("<content:encoded>" + payload + "</content:encoded>");

        harmless(Jsoup.parse(String.valueOf(escaped.content())));
        harmless(Jsoup.parse(String.valueOf(inline.content())));
    }

    // P6: deeper than any parser follows
    @Test
    void isHarmlessWhenItIsNestedWithoutEnd() {
        for (String around :
                List.of("<div>", "<b>", "<svg>", "<math><mtext>", "<table><tr><td>", "<form>", "<template>")) {
            String clean = clean("kept " + around.repeat(600) + "<svg><style><img src=x onerror=bad()></style> <a"
                    + " href='javascript:bad()'>x");

            harmless(Jsoup.parse(clean));
            harmless(Jsoup.parse(written(clean)));
            assertThat(clean).startsWith("kept");
        }
    }

    private static FeedItem item(String content) {
        return Feeds.feed(Feeds.rss("<item><link>/a</link>" + content + "</item>"))
                .items()
                .getFirst();
    }

    private static String clean(String html) {
        return Objects.requireNonNull(FeedMarkup.clean(html, Feeds.ADDRESS));
    }

    /// As whoever takes it from us may write it again.
    private static String written(String html) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        return document.body().html();
    }

    private static void harmless(Document document) {
        for (Element element : document.getAllElements()) {
            assertThat(element instanceof Document || ALLOWED.contains(element.tagName()))
                    .as("<%s> in %s", element.tagName(), document)
                    .isTrue();
            for (Attribute attribute : element.attributes()) {
                assertThat(Stream.concat(ADDRESSES.stream(), PLAIN.stream())).contains(attribute.getKey());
                if (ADDRESSES.contains(attribute.getKey())) {
                    assertThat(scheme(attribute.getValue())).isIn("http", "https", "mailto");
                }
            }
        }
        document.forEachNode(node -> assertThat(node).isNotInstanceOf(Comment.class));
    }

    private static String scheme(String address) {
        return address.substring(0, Math.max(0, address.indexOf(':'))).toLowerCase(Locale.ROOT);
    }

    private static long count(String text) {
        return KEPT.matcher(text).results().count();
    }
}
