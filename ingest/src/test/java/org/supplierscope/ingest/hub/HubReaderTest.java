package org.supplierscope.ingest.hub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.hub.HubReading.Entry;
import org.supplierscope.ingest.hub.HubReading.Hub;
import org.supplierscope.ingest.hub.HubReading.NotAHub;

class HubReaderTest {

    private static final URI ADDRESS = URI.create("https://www.harbour-post.example/");

    private static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(HubReaderTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static HubReading read(String html) {
        return HubReader.read(html.getBytes(UTF_8), "text/html; charset=utf-8", ADDRESS);
    }

    private static String path(Entry entry) {
        URI link = entry.link();
        return link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery());
    }

    /// Pages of many kinds: each file `….expected` has the page's address in its first line, then the path of
    /// each article.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "blog", "query-ids", "paper-grid", "cards-in-links", "vendor-newsroom", "definition-list",
                "river", "ticker", "story-list", "root-slugs", "old-tables", "feed-posts",
            })
    void findsTheArticlesAndNothingElse(String name) throws IOException {
        List<String> expected = resource(name + ".expected").lines().toList();

        var hub = (Hub) HubReader.read(resource(name + ".html").getBytes(UTF_8), null, URI.create(expected.getFirst()));

        assertThat(hub.entries())
                .extracting(HubReaderTest::path)
                .containsExactlyInAnyOrderElementsOf(expected.subList(1, expected.size()));
        assertThat(hub.entries()).allMatch(entry -> entry.title() != null);
    }

    @Test
    void takesTitleAndDateFromTheCard() throws IOException {
        var hub = (Hub) HubReader.read(
                resource("river.html").getBytes(UTF_8), null, URI.create("https://www.lequai.example/economie/"));

        Entry first = hub.entries().getFirst();
        assertThat(first.title()).isEqualTo("La grue du port reprend du service après neuf semaines");
        assertThat(Objects.requireNonNull(first.published()).instant()).isEqualTo("2025-03-04T10:00:00Z");
    }

    @Test
    void leavesADateAloneThatCouldBeTwo() throws IOException {
        var hub = (Hub) HubReader.read(
                resource("old-tables.html").getBytes(UTF_8),
                null,
                URI.create("http://www.elmuelle.example/seccion.asp?sec=2"));

        assertThat(hub.entries().getFirst().published()).isNull();
    }

    // F12: sessions, calendars, paths that repeat
    @Test
    void followsNoTraps() {
        var html = new StringBuilder("<body>");
        for (int day = 1; day <= 31; day++) {
            html.append("<a href='/calendar?date=2025-03-%02d'>%d</a>".formatted(day, day));
        }
        for (int i = 0; i < 5; i++) {
            html.append("<h2><a href='/news/crane-number-%d-is-back-in-service'>Crane number %d is back</a></h2>"
                    .formatted(i, i));
            html.append("<h2><a href='/news/the-quay-is-closed-again-%d?PHPSESSID=a%d'>The quay is closed</a></h2>"
                    .formatted(i, i));
            html.append("<h2><a href='/more/more/more/a-story-of-many-folders-%d'>A story of folders</a></h2>"
                    .formatted(i));
        }

        var hub = (Hub) read(html.toString());

        // The session is no part of the address; without it, the page is one like any other.
        assertThat(hub.entries())
                .hasSize(10)
                .noneMatch(entry -> entry.link().toString().contains("PHPSESSID"));
        assertThat(hub.entries()).allMatch(entry -> path(entry).startsWith("/news/"));
        assertThat(hub.traps()).isEqualTo(5);
    }

    @Test
    void saysThatAPageIsNoList() {
        HubReading reading = read("<p>One page with <a href='/about'>one link</a>.</p>");

        assertThat(reading).isEqualTo(new NotAHub("no list of articles: 0 of 1 links look like one"));
        assertThat(read("")).isInstanceOf(NotAHub.class);
    }

    // F11
    @Test
    void tellsHowManyLinksItLeftOut() {
        var html = new StringBuilder("<body>");
        for (int i = 0; i < HubReader.MAX_ENTRIES + 20; i++) {
            html.append("<p><a href='/news/story-%d'>A story of the harbour, part %d</a></p>".formatted(10_000 + i, i));
        }

        var hub = (Hub) read(html.toString());

        assertThat(hub.entries()).hasSize(HubReader.MAX_ENTRIES);
        assertThat(hub.overLimit()).isEqualTo(20);
    }

    // P3
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>",
                "<a href='/news/1234567'>",
                "<a href='/n/1'><b>A word or two</b></a><p>",
                "<h2><a href='x'>",
                "<time>4 March 2025</time>",
                "<table><tr><td>",
            })
    void takesNoLongerThanItsLengthAllows(String piece) {
        String html = "<body>" + piece.repeat(2_000_000 / piece.length());

        Instant before = Instant.now();
        assertThat(read(html)).isNotNull();

        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void survivesAnyBytes() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        byte[] sound = resource("story-list.html").getBytes(UTF_8);

        for (int i = 0; i < 100; i++) {
            byte[] broken = sound.clone();
            for (int j = 0; j < 60; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            assertThat(HubReader.read(broken, null, ADDRESS))
                    .as("seed %d", seed)
                    .isNotNull();
            assertThat(FeedDiscovery.find(broken, null, ADDRESS))
                    .as("seed %d", seed)
                    .isNotEmpty();
        }
    }
}
