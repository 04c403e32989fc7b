package org.supplierscope.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.Warcinfo;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;

/// Written files are read back by jwarc, which stands for every other tool.
class ArchiveWriterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC);

    @TempDir
    private Path temp;

    private static CapturedPage page(int number, byte[] body) {
        return new CapturedPage(
                new Fetched(
                        URI.create("https://paper.example/" + number),
                        200,
                        List.of(Map.entry("Content-Type", "text/html")),
                        body),
                Instant.parse("2026-03-01T00:00:00.5Z").plusSeconds(number),
                "paper",
                "日報",
                number % 2 == 0 ? null : "Title " + number,
                null);
    }

    @Test
    void writesWhatOtherToolsReadWithDigestsThatHold() throws IOException {
        Path file = temp.resolve("out.warc.gz");
        byte[] large = new byte[7 * 1024 * 1024];
        new Random(3).nextBytes(large);
        try (var writer = ArchiveWriter.toFile(file, false, CLOCK)) {
            writer.write(page(1, Warcs.html(1)));
            writer.write(page(2, large));
            assertThat(file).doesNotExist();
            assertThat(writer.finish()).containsExactly(file);
        }

        try (var reader = new WarcReader(file)) {
            reader.calculateBlockDigest();
            var info = (Warcinfo) reader.next().orElseThrow();
            assertThat(info.fields().first("format")).hasValue("WARC File Format 1.1");
            assertThat(info.filename()).hasValue("out.warc.gz");
            for (int number = 1; number <= 2; number++) {
                WarcRecord record = reader.next().orElseThrow();
                assertThat(record.version()).isEqualTo(MessageVersion.WARC_1_1);
                assertThat(record.date()).isEqualTo(page(number, large).fetched());
                assertThat(record.id().toString()).startsWith("urn:uuid:");
                var response = (WarcResponse) record;
                assertThat(response.warcinfoID()).hasValue(info.id());
                assertThat(response.targetURI()).hasToString("https://paper.example/" + number);
                byte[] body = response.http().body().stream().readAllBytes();
                assertThat(body).isEqualTo(number == 1 ? Warcs.html(1) : large);
                assertThat(response.payloadDigest().orElseThrow().bytes()).isEqualTo(sha1(body));
                assertThat(response.calculatedBlockDigest()).isEqualTo(response.blockDigest());
                assertThat(response.blockDigest()).isPresent();
            }
            assertThat(reader.next()).isEmpty();
        }
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return java.security.MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyRecordIsAGzipMemberOfItsOwnAndComesBackAsItWas() throws IOException {
        Path file = temp.resolve("out.warc.gz");
        try (var writer = ArchiveWriter.toFile(file, false, CLOCK)) {
            writer.write(page(1, Warcs.html(1)));
            writer.write(page(2, Warcs.html(2)));
            writer.finish();
        }
        List<CapturedPage> again = new ArrayList<>();
        List<Place> places = new ArrayList<>();

        try (WarcFile archive = WarcFile.open(file, Place.START)) {
            while (archive.next() instanceof WarcFile.Found.Whole whole) {
                places.add(whole.place());
                if (new RecordReader(CLOCK).read(whole) instanceof RecordReading.Page(CapturedPage page)) {
                    again.add(page);
                }
            }
        }

        assertThat(places).hasSize(3).allMatch(place -> place.within() == 0);
        assertThat(again)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("response")
                .containsExactly(page(1, Warcs.html(1)), page(2, Warcs.html(2)));
        assertThat(again.getFirst().response().body()).isEqualTo(Warcs.html(1));
    }

    @Test
    void theSamePageHasTheSameRecordIdInEveryFile() throws IOException {
        assertThat(page(1, Warcs.html(1)).toWarc())
                .isEqualTo(page(1, Warcs.html(1)).toWarc());
        assertThat(page(1, Warcs.html(1)).toRecord(null).id())
                .isNotEqualTo(page(1, Warcs.html(2)).toRecord(null).id());
    }

    @Test
    void neverReplacesAFileUnlessTold() throws IOException {
        Path file = Files.writeString(temp.resolve("out.warc.gz"), "mine");

        assertThatThrownBy(() -> ArchiveWriter.toFile(file, false, CLOCK))
                .isInstanceOf(FileAlreadyExistsException.class);

        assertThat(file).hasContent("mine");
        try (var writer = ArchiveWriter.toFile(file, true, CLOCK)) {
            writer.write(page(1, Warcs.html(1)));
            writer.finish();
        }
        assertThat(new GZIPInputStream(Files.newInputStream(file)).readAllBytes())
                .startsWith(Warcs.utf8("WARC/1.1"));
    }

    @Test
    void leavesNothingBehindWhenItIsGivenUp() throws IOException {
        Path file = temp.resolve("out.warc.gz");

        try (var writer = ArchiveWriter.toFile(file, false, CLOCK)) {
            writer.write(page(1, Warcs.html(1)));
        }

        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void beginsANewFileWhenOneIsFull() throws IOException {
        Path folder = temp.resolve("archive");
        var random = new Random(4);
        List<Path> files;
        try (var writer = ArchiveWriter.toFolder(folder, 100_000, CLOCK)) {
            for (int i = 0; i < 10; i++) {
                byte[] body = new byte[30_000];
                random.nextBytes(body);
                writer.write(page(i, body));
            }
            files = writer.finish();
        }

        assertThat(files).hasSize(3).allSatisfy(file -> {
            assertThat(Files.size(file)).isLessThan(150_000);
            try (var reader = new WarcReader(file)) {
                assertThat(reader.next().orElseThrow()).isInstanceOf(Warcinfo.class);
            }
        });
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
