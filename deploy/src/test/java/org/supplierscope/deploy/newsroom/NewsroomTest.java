package org.supplierscope.deploy.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.Supplier;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.analysis.stance.Passage;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.ingest.feed.FeedReader;
import org.supplierscope.ingest.feed.FeedReading;
import org.supplierscope.ingest.fetch.FetchSettings;

class NewsroomTest {

    /// The day after the newest piece.
    private static final Clock WRITTEN = Clock.fixed(Instant.parse("2026-06-27T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path temp;

    private static List<Piece> pieces() {
        return Sites.all().stream().flatMap(site -> site.pieces().stream()).toList();
    }

    @Test
    void tellsManyFactsOfManySuppliersInTwoLanguagesOverYears() {
        assertThat(pieces()).hasSizeGreaterThanOrEqualTo(150).hasSize(Newsroom.size());
        assertThat(pieces().stream()
                        .flatMap(piece -> piece.courses().keySet().stream())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(40);
        assertThat(pieces().stream().filter(piece -> piece.language().equals("zh-Hant")))
                .hasSizeGreaterThanOrEqualTo(20);
        assertThat(pieces().stream().filter(piece -> piece.language().equals("zh-Hans")))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(pieces().stream().map(piece -> piece.published().getYear()).distinct())
                .hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void namesAPublicSourceForEveryPiece() {
        assertThat(pieces()).allSatisfy(piece -> {
            assertThat(piece.sourceName()).isNotBlank();
            assertThat(URI.create(piece.sourceUrl()).getScheme()).isIn("http", "https");
        });
    }

    @Test
    void speaksOnlyOfSuppliersOfTheCatalogue() {
        List<String> known =
                Catalogue.shipped().suppliers().stream().map(Supplier::name).toList();

        assertThat(known)
                .containsAll(pieces().stream()
                        .flatMap(piece -> piece.courses().keySet().stream())
                        .toList());
    }

    /// The share is measured in deploy/docs/quality.md; the floor leaves room for a change that is better
    /// elsewhere.
    @Test
    void tellsCoursesThatTheReaderMostlyFinds() {
        var reader = new StanceReader(Catalogue.shipped());
        int labels = 0;
        int right = 0;
        for (Piece piece : pieces()) {
            String text = piece.blocks().stream().map(Piece.Block::text).collect(Collectors.joining("\n\n"));
            Map<String, String> told =
                    reader.read(new Passage(piece.title(), text, piece.language())).suppliers().stream()
                            .collect(Collectors.toMap(
                                    SupplierStance::name,
                                    stance -> stance.stance().name()));
            for (Map.Entry<String, String> course : piece.courses().entrySet()) {
                labels++;
                right += course.getValue().equals(told.get(course.getKey())) ? 1 : 0;
            }
        }

        assertThat((double) right / labels).isGreaterThanOrEqualTo(0.7);
    }

    /// A press release that several sites print is one story.
    @Test
    void tellsOfSuppliersThatTurnInADozenStoriesOrMore() {
        List<String> turning =
                List.of("onsemi", "SK Hynix", "Micron", "Largan Precision", "Applied Optoelectronics (AOI)");

        assertThat(turning).allSatisfy(supplier -> {
            Map<String, String> stories = pieces().stream()
                    .filter(piece -> piece.courses().containsKey(supplier))
                    .collect(Collectors.toMap(
                            NewsroomTest::withoutAgency,
                            piece -> piece.courses().get(supplier),
                            (one, copy) -> one));
            assertThat(stories).hasSizeGreaterThanOrEqualTo(12);
            assertThat(stories.values()).filteredOn("PRECISION"::equals).hasSizeGreaterThanOrEqualTo(4);
            assertThat(stories.values()).filteredOn("BREADTH"::equals).hasSizeGreaterThanOrEqualTo(4);
        });
    }

    private static String withoutAgency(Piece piece) {
        return piece.lead().replaceFirst("^\\([^)]*\\)\\s*", "");
    }

    @Test
    void printsOnePressReleaseOnSeveralSites() {
        Map<String, Long> leads =
                pieces().stream().collect(Collectors.groupingBy(NewsroomTest::withoutAgency, Collectors.counting()));

        assertThat(leads.values()).anySatisfy(copies -> assertThat(copies).isGreaterThanOrEqualTo(2));
    }

    @Test
    void listsEveryPieceThatItShips() throws IOException {
        Path folder = Path.of("src/main/resources/newsroom/articles");

        try (Stream<Path> files = Files.walk(folder)) {
            List<String> shipped = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertThat(Newsroom.file("articles.txt").lines().sorted().toList()).isEqualTo(shipped);
        }
    }

    @Test
    void servesAFeedOfEverySiteWithEveryPieceAndTheLinksAnswer() throws Exception {
        try (var newsroom = Newsroom.open(temp.resolve("ports"), WRITTEN);
                var client = HttpClient.newHttpClient()) {
            int listed = 0;
            for (var source : newsroom.sources()) {
                List<FeedReading.Entry> entries = entries(client, source.feed());
                listed += entries.size();
                for (var entry : entries) {
                    assertThat(get(client, entry.link()).statusCode())
                            .as(entry.link().toString())
                            .isEqualTo(200);
                }
            }
            assertThat(listed).isEqualTo(Newsroom.size());
        }
    }

    @Test
    void keepsItsPortsOverARestart() throws Exception {
        Path ports = temp.resolve("ports");
        List<String> first;
        try (var newsroom = Newsroom.open(ports, WRITTEN)) {
            first = newsroom.authorities();
        }

        try (var newsroom = Newsroom.open(ports, WRITTEN)) {
            assertThat(newsroom.authorities()).isEqualTo(first);
        }
    }

    @Test
    void movesAllDatesByWholeWeeksAndKeepsThemOverARestart() throws Exception {
        Path ports = temp.resolve("ports");
        Clock later = Clock.offset(WRITTEN, Duration.ofDays(150));
        List<Instant> dates;
        try (var newsroom = Newsroom.open(ports, later)) {
            assertThat(newsroom.weeks()).isEqualTo(21);
            dates = feedDates(newsroom);
        }

        try (var newsroom = Newsroom.open(ports, Clock.offset(later, Duration.ofDays(60)))) {
            assertThat(newsroom.weeks()).isEqualTo(21);
            assertThat(feedDates(newsroom)).isEqualTo(dates);
        }
        // One site's feed gives no dates; its pages do.
        assertThat(pieces().stream()
                        .map(piece -> piece.published().plusWeeks(21).toInstant()))
                .containsAll(dates);
        assertThat(dates).hasSizeGreaterThan(100);
    }

    @Test
    void saysOnEveryPageThatItsDatesAreMovedAndOnlyThen() throws Exception {
        try (var client = HttpClient.newHttpClient();
                var asWritten = Newsroom.open(temp.resolve("as-written"), WRITTEN);
                var moved = Newsroom.open(temp.resolve("moved"), Clock.offset(WRITTEN, Duration.ofDays(9)))) {
            assertThat(aPageOfEach(client, asWritten)).noneMatch(NewsroomTest::tellsOfMovedDates);
            assertThat(aPageOfEach(client, moved)).hasSize(10).allMatch(NewsroomTest::tellsOfMovedDates);
        }
    }

    private static boolean tellsOfMovedDates(String page) {
        return page.contains("all dates are moved on by 1 week,") || page.contains("所有日期順延 1 週");
    }

    private static List<String> aPageOfEach(HttpClient client, Newsroom newsroom) throws Exception {
        List<String> pages = new ArrayList<>();
        for (var source : newsroom.sources()) {
            URI article = entries(client, source.feed()).getFirst().link();
            pages.add(new String(get(client, requireNonNull(source.home())).body(), UTF_8));
            pages.add(new String(get(client, article).body(), UTF_8));
        }
        return pages;
    }

    private static List<Instant> feedDates(Newsroom newsroom) throws Exception {
        List<Instant> dates = new ArrayList<>();
        try (var client = HttpClient.newHttpClient()) {
            for (var source : newsroom.sources()) {
                entries(client, source.feed()).stream()
                        .map(FeedReading.Entry::published)
                        .filter(Objects::nonNull)
                        .forEach(dates::add);
            }
        }
        return dates;
    }

    private static List<FeedReading.Entry> entries(HttpClient client, URI feed) throws Exception {
        HttpResponse<byte[]> answer = get(client, feed);
        FeedReading reading = FeedReader.read(answer.body(), "application/xml; charset=utf-8", feed);
        return ((FeedReading.Feed) reading).entries();
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        Path ports = temp.resolve("ports");
        try (var newsroom = Newsroom.open(ports, WRITTEN)) {
            String taken = newsroom.authorities().getFirst().replaceFirst(".*:", "");

            assertThatThrownBy(() -> Newsroom.open(ports, WRITTEN))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("Port " + taken)
                    .hasMessageContaining("--data");
        }
    }

    private static HttpResponse<byte[]> get(HttpClient client, URI address) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(10))
                .header("User-Agent", new FetchSettings("test", Duration.ofSeconds(1), 1).userAgent())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
