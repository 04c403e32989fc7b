package org.supplierscope.deploy.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        try (var newsroom = Newsroom.open(temp.resolve("ports"));
                var client = HttpClient.newHttpClient()) {
            int listed = 0;
            for (var source : newsroom.sources()) {
                HttpResponse<byte[]> answer = get(client, source.feed());
                var feed = FeedReader.read(answer.body(), "application/xml; charset=utf-8", source.feed());
                assertThat(feed).as(source.name()).isInstanceOf(FeedReading.Feed.class);
                List<FeedReading.Entry> entries = ((FeedReading.Feed) feed).entries();
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
        try (var newsroom = Newsroom.open(ports)) {
            first = newsroom.authorities();
        }

        try (var newsroom = Newsroom.open(ports)) {
            assertThat(newsroom.authorities()).isEqualTo(first);
        }
    }

    @Test
    void saysWhichPortIsTaken() throws Exception {
        Path ports = temp.resolve("ports");
        try (var newsroom = Newsroom.open(ports)) {
            String taken = newsroom.authorities().getFirst().replaceFirst(".*:", "");

            assertThatThrownBy(() -> Newsroom.open(ports))
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
