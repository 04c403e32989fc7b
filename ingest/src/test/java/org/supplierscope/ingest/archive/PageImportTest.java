package org.supplierscope.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supplierscope.ingest.archive.Warcs.gzip;
import static org.supplierscope.ingest.archive.Warcs.joined;
import static org.supplierscope.ingest.archive.Warcs.page;
import static org.supplierscope.ingest.archive.Warcs.record;
import static org.supplierscope.ingest.archive.Warcs.utf8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.ingest.archive.KnownSites.Site;

/// Whole imports: broken records among sound ones, and going on after a stop.
class PageImportTest {

    private static final KnownSites SITES =
            KnownSites.of(List.of(new Site("paper", "The Paper", URI.create("https://paper.example/"), null)));

    @TempDir
    private Path temp;

    private final List<CapturedPage> stored = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Path folder;
    private int failAfter = Integer.MAX_VALUE;

    @BeforeEach
    void folder() {
        folder = temp.resolve("imports");
    }

    /// A store that loses what was not flushed when it fails.
    private final class Store implements PageImport.Sink {
        private final List<CapturedPage> unsafe = new ArrayList<>();

        @Override
        public void store(CapturedPage page) throws IOException {
            if (stored.size() + unsafe.size() >= failAfter) {
                throw new IOException("the broker went away");
            }
            unsafe.add(page);
        }

        @Override
        public void flush() {
            stored.addAll(unsafe);
            unsafe.clear();
        }
    }

    private ImportTally run(Path file) throws IOException {
        try (ImportLedger ledger = ImportLedger.take(folder, file, "cluster")) {
            ImportTally tally = new PageImport(SITES, Clock.systemUTC())
                    .run(file, ledger.place(), new Store(), new PageImport.Listener() {
                        @Override
                        public void broken(Place place, String reason) {
                            told.add(place + ": " + reason);
                        }

                        @Override
                        public void progress(Place place, long size, ImportTally soFar) {
                            assertThat(place.position()).isBetween(0L, size);
                        }

                        @Override
                        public void safe(Place place) throws IOException {
                            ledger.note(place, false);
                        }
                    });
            ledger.note(ledger.place(), true);
            return tally;
        }
    }

    /// Bad input: a WARC file with broken records. What is broken is told with its place; the rest goes on.
    @Test
    void brokenRecordsAreToldWithTheirPlaceAndTheRestGoesOn() throws IOException {
        byte[] damaged = gzip(page(2));
        damaged[damaged.length / 2] ^= 0x55;
        byte[] first = gzip(page(1));
        byte[] noHttp = gzip(record("response", "https://paper.example/3", "", utf8("no HTTP")));
        Path file =
                Files.write(temp.resolve("a.warc.gz"), joined(first, damaged, noHttp, gzip(page(4)), gzip(page(5))));

        ImportTally tally = run(file);

        assertThat(stored)
                .extracting(page -> page.response().url().getPath())
                .containsExactly("/news/1", "/news/4", "/news/5");
        assertThat(stored).allSatisfy(page -> {
            assertThat(page.sourceId()).isEqualTo("paper");
            assertThat(page.source()).isEqualTo("The Paper");
            assertThat(page.fetched()).isEqualTo(Warcs.DATE);
        });
        assertThat(tally.told()).containsExactly("3 pages", "2 broken records");
        assertThat(told).hasSize(2);
        assertThat(told.getFirst()).startsWith("byte " + first.length + ": ");
        assertThat(told.getLast()).startsWith("byte " + (first.length + damaged.length) + ": a response that does not");
    }

    @Test
    void anImportThatWasStoppedGoesOnWhereEverythingIsSafe() throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            records.add(gzip(page(i)));
        }
        Path file = Files.write(temp.resolve("a.warc.gz"), joined(records.toArray(byte[][]::new)));
        failAfter = 500;

        assertThatThrownBy(() -> run(file)).hasMessageContaining("went away");
        int safe = stored.size();
        failAfter = Integer.MAX_VALUE;
        Path renamed = Files.move(file, temp.resolve("renamed.warc.gz"));
        run(renamed);

        assertThat(safe).isBetween(200, 500);
        assertThat(stored).hasSize(900);
        assertThat(stored.stream().map(page -> page.response().url()).distinct())
                .hasSize(900);
    }

    @Test
    void theLedgerKnowsAFileThatIsDoneAndOneThatHasChanged() throws IOException {
        Path file = Files.write(temp.resolve("a.warc"), page(1));
        run(file);

        try (ImportLedger ledger = ImportLedger.take(folder, file, "cluster")) {
            assertThat(ledger.whole()).isTrue();
            assertThatThrownBy(() -> ImportLedger.take(folder, file, "cluster"))
                    .hasMessageContaining("another process");
        }
        try (ImportLedger elsewhere = ImportLedger.take(folder, file, "another cluster")) {
            assertThat(elsewhere.whole()).isFalse();
        }
        Files.write(file, joined(page(1), page(2)));
        try (ImportLedger changed = ImportLedger.take(folder, file, "cluster")) {
            assertThat(changed.whole()).isFalse();
            assertThat(changed.place()).isEqualTo(Place.START);
        }
    }

    @Test
    void aLedgerHalfWrittenCountsAsNone() throws IOException {
        Path file = Files.write(temp.resolve("a.warc"), page(1));
        run(file);
        try (var ledgers = Files.list(folder)) {
            Files.writeString(ledgers.findFirst().orElseThrow(), "position=12\nwithin=-3\n\\u00");
        }

        try (ImportLedger ledger = ImportLedger.take(folder, file, "cluster")) {
            assertThat(ledger.place()).isEqualTo(Place.START);
            assertThat(ledger.whole()).isFalse();
        }
    }

    @Test
    void aFileThatIsNoArchiveIsTold() throws IOException {
        ImportTally tally = run(Files.write(temp.resolve("a.warc.gz"), utf8("<html>no archive at all")));

        assertThat(tally.empty()).isTrue();
        assertThat(tally.broken()).isEqualTo(1);
    }

    @Test
    void aPageBelongsToTheSourceOnWhoseSiteItIs() {
        KnownSites sites = KnownSites.of(List.of(
                new Site("one", "One", URI.create("https://www.one.example/"), URI.create("https://feeds.example/1")),
                new Site("two", "Two", URI.create("https://two.example/"), URI.create("https://feeds.example/2")),
                new Site("three", "Three", null, URI.create("https://three.example/rss"))));

        assertThat(source(sites, "https://one.example/a", "")).isEqualTo("one");
        assertThat(source(sites, "https://m.one.example/a", "")).isEqualTo("one");
        assertThat(source(sites, "https://one.example.evil.example/a", "")).isEqualTo("one-example-evil-example");
        assertThat(source(sites, "https://notone.example/a", "")).isEqualTo("notone-example");
        assertThat(source(sites, "http://WWW.THREE.example/a", "")).isEqualTo("three");
        assertThat(source(sites, "https://feeds.example/a", "")).isEqualTo("feeds-example");
        assertThat(source(sites, "https://stranger.example/a", "told")).isEqualTo("told");
        assertThat(source(sites, "https://stranger.example/a", "no id!")).isEqualTo("stranger-example");
        assertThat(source(KnownSites.only(new Site("all", "All", null, null)), "https://one.example/", "told"))
                .isEqualTo("all");
    }

    private static String source(KnownSites sites, String url, String told) {
        var page = new CapturedPage(
                new org.supplierscope.ingest.fetch.FetchOutcome.Fetched(URI.create(url), 200, List.of(), new byte[0]),
                java.time.Instant.EPOCH,
                told,
                told,
                null,
                null);
        return sites.placed(page).sourceId();
    }
}
