package org.supplierscope.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supplierscope.ingest.archive.Warcs.gzip;
import static org.supplierscope.ingest.archive.Warcs.html;
import static org.supplierscope.ingest.archive.Warcs.joined;
import static org.supplierscope.ingest.archive.Warcs.page;
import static org.supplierscope.ingest.archive.Warcs.record;
import static org.supplierscope.ingest.archive.Warcs.utf8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.archive.WarcFile.Found;

/// WARC files, sound and broken: what is whole is found, what is not is told with its place.
class WarcFileTest {

    private static final int DECLARED_TOO_LONG = 5000;

    @TempDir
    private Path temp;

    private static List<Found> all(Path file, Place from) throws IOException {
        List<Found> found = new ArrayList<>();
        try (WarcFile archive = WarcFile.open(file, from)) {
            while (found.isEmpty() || !(found.getLast() instanceof Found.End)) {
                found.add(archive.next());
            }
        }
        return found;
    }

    private List<Found> all(String name, byte[]... parts) throws IOException {
        return all(Files.write(temp.resolve(name), joined(parts)), Place.START);
    }

    private static List<String> targets(List<Found> found) {
        return found.stream()
                .filter(Found.Whole.class::isInstance)
                .map(whole -> String.valueOf(((Found.Whole) whole).header().target()))
                .map(target -> target.replaceFirst(".*/", ""))
                .toList();
    }

    private static List<Found.Broken> broken(List<Found> found) {
        return found.stream()
                .filter(Found.Broken.class::isInstance)
                .map(Found.Broken.class::cast)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.warc", "a.warc.gz", "whole.warc.gz"})
    void findsEveryRecordHoweverTheFileIsPacked(String name) throws IOException {
        byte[][] records = {page(1), page(2), page(3)};
        byte[] file = switch (name) {
            case "a.warc" -> joined(records);
            case "a.warc.gz" -> joined(gzip(records[0]), gzip(records[1]), gzip(records[2]));
            default -> gzip(records);
        };

        List<Found> found = all(name, file);

        assertThat(targets(found)).containsExactly("1", "2", "3");
        assertThat(broken(found)).isEmpty();
        assertThat(((Found.Whole) found.get(1)).block()).endsWith(html(2));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnFromThePlaceOfAnyRecord(boolean members) throws IOException {
        byte[] file = members ? joined(gzip(page(1)), gzip(page(2)), gzip(page(3))) : gzip(page(1), page(2), page(3));
        Path path = Files.write(temp.resolve("a.warc.gz"), file);

        for (Found each : all(path, Place.START)) {
            List<Found> rest = all(path, each.place());

            assertThat(rest.getFirst()).usingRecursiveComparison().isEqualTo(each);
        }
        Path plain = Files.write(temp.resolve("a.warc"), joined(page(1), page(2)));
        assertThat(targets(all(plain, new Place(page(1).length, 0)))).containsExactly("2");
    }

    @Test
    void aDamagedMemberIsToldWithItsPlaceAndTheNextOneIsFound() throws IOException {
        byte[] damaged = gzip(page(2));
        damaged[damaged.length / 2] ^= 0x55;

        List<Found> found = all("a.warc.gz", gzip(page(1)), damaged, gzip(page(3)));

        assertThat(targets(found)).containsExactly("1", "3");
        assertThat(broken(found)).singleElement().satisfies(broken -> {
            assertThat(broken.place()).isEqualTo(new Place(gzip(page(1)).length, 0));
            assertThat(broken.reason()).isNotBlank();
        });
    }

    @Test
    void aMemberWithAWrongChecksumIsBroken() throws IOException {
        byte[] damaged = gzip(page(1));
        damaged[damaged.length - 8] ^= 1;

        List<Found> found = all("a.warc.gz", damaged, gzip(page(2)));

        assertThat(targets(found)).containsExactly("2");
        assertThat(broken(found)).extracting(Found.Broken::reason).allMatch(reason -> reason.contains("checksum"));
    }

    @Test
    void aMemberThatIsCutShortDoesNotSwallowTheNextOne() throws IOException {
        byte[] cut = Arrays.copyOf(gzip(page(2)), 60);

        List<Found> found = all("a.warc.gz", gzip(page(1)), cut, gzip(page(3)), gzip(page(4)));

        assertThat(targets(found)).containsExactly("1", "3", "4");
        assertThat(broken(found)).hasSize(1);
    }

    @Test
    void aFileThatEndsInTheMiddleKeepsWhatIsWhole() throws IOException {
        byte[] packed = joined(gzip(page(1)), gzip(page(2)));
        byte[] plain = joined(page(1), page(2));

        List<Found> packedFound = all("a.warc.gz", Arrays.copyOf(packed, packed.length - 20));
        List<Found> plainFound = all("a.warc", Arrays.copyOf(plain, plain.length - 20));

        assertThat(targets(packedFound)).containsExactly("1");
        assertThat(broken(packedFound)).extracting(Found.Broken::reason).allMatch(reason -> reason.contains("ends"));
        assertThat(targets(plainFound)).containsExactly("1");
        assertThat(broken(plainFound)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"false, 10", "false, 5000", "false, 9999999", "true, 10", "true, 5000", "true, 9999999"})
    void aRecordWithAWrongLengthIsToldAndItsNeighboursAreFound(boolean packed, long length) throws IOException {
        byte[] wrong = record("response", "https://www.paper.example/news/2", "", html(2), length);
        byte[] file = joined(page(1), wrong, page(3), page(4));

        List<Found> found = all(packed ? "a.warc.gz" : "a.warc", packed ? gzip(file) : file);

        assertThat(targets(found)).containsExactly("1", "3", "4");
        assertThat(broken(found)).singleElement().satisfies(broken -> {
            assertThat(broken.place().position() + broken.place().within()).isEqualTo(page(1).length);
            assertThat(broken.reason()).contains("does not end after the " + length + " bytes");
        });
    }

    @Test
    void aRecordWithAWrongLengthInAMemberOfItsOwnCostsNoOther() throws IOException {
        byte[] wrong = record("response", "https://www.paper.example/news/2", "", html(2), DECLARED_TOO_LONG);

        List<Found> found = all("a.warc.gz", gzip(page(1)), gzip(wrong), gzip(page(3)));

        assertThat(targets(found)).containsExactly("1", "3");
        assertThat(broken(found)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is no record\r\n\r\n",
                "WARC/1.0\r\nWARC-Type: response\r\n\r\n",
                "WARC/1.0\r\nContent-Length: -5\r\n\r\n",
                "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "WARC/1.0\r\nContent-Length: ten\r\n\r\n",
                "WARC/1.0\r\nno field at all\r\nContent-Length: 0\r\n\r\n",
                "WARC/"
            })
    void garbageBetweenRecordsIsToldAndPassed(String garbage) throws IOException {
        byte[] line = utf8(garbage + "\r\n");

        List<Found> plain = all("a.warc", line, page(1), line, page(2), line);
        List<Found> packed = all("a.warc.gz", gzip(line), gzip(page(1)), gzip(line), gzip(page(2)));
        List<Found> unpacked = all("b.warc.gz", utf8("~"), gzip(page(1)), line, gzip(page(2)));

        for (List<Found> found : List.of(plain, packed, unpacked)) {
            assertThat(targets(found)).containsExactly("1", "2");
            assertThat(broken(found)).isNotEmpty();
        }
    }

    @Test
    void zerosBehindAMemberAreNoDamage() throws IOException {
        List<Found> found = all("a.warc.gz", gzip(page(1)), new byte[512], gzip(page(2)), new byte[100]);

        assertThat(targets(found)).containsExactly("1", "2");
        assertThat(broken(found)).isEmpty();
    }

    @Test
    void headersWithoutEndAreGivenUp() throws IOException {
        byte[] endless = utf8("WARC/1.0\r\n" + "X-Field: more and more\r\n".repeat(20_000));

        List<Found> found = all("a.warc", endless, utf8("\r\n"), page(1));

        assertThat(targets(found)).containsExactly("1");
        assertThat(broken(found).getFirst().reason()).contains("header longer than");
    }

    /// Row F5, in an archive: what unpacks to far more than it is, is neither held nor unpacked to its end.
    @Test
    void aBombIsLeftAloneAndTheNextRecordIsFound() throws IOException {
        long claimed = 200L * 1024 * 1024;
        byte[] bomb = gzip(record("response", "https://bomb.example/", "", new byte[(int) claimed], claimed));

        List<Found> found = all("a.warc.gz", gzip(page(1)), bomb, gzip(page(2)));

        assertThat(targets(found)).containsExactly("1", "2");
        assertThat(broken(found))
                .extracting(Found.Broken::reason)
                .allMatch(reason -> reason.contains("times its size"));
    }

    @Test
    void aRecordLargerThanWeTakeIsPassedOver() throws IOException {
        byte[] noise = new byte[WarcFile.MAX_BLOCK + 1];
        new Random(5).nextBytes(noise);

        List<Found> found = all(
                "a.warc.gz", gzip(page(1)), gzip(record("response", "https://a.example/", "", noise)), gzip(page(2)));

        assertThat(targets(found)).containsExactly("1", "2");
        assertThat(found).filteredOn(Found.TooLarge.class::isInstance).hasSize(1);
        assertThat(broken(found)).isEmpty();
    }

    /// Each broken record claims all that follows, so that the search behind each would read it all again.
    @Test
    void aFileMadeToBeSearchedForEverIsGivenUp() throws IOException {
        byte[] greedy = utf8("WARC/1.0\r\nContent-Length: 16000000\r\n\r\n");
        byte[] file = new byte[greedy.length * 400_000];
        for (int at = 0; at < file.length; at += greedy.length) {
            System.arraycopy(greedy, 0, file, at, greedy.length);
        }
        Path path = Files.write(temp.resolve("a.warc"), file);

        long start = System.nanoTime();
        List<Found> found = all(path, Place.START);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(broken(found).getLast().reason()).contains("given up");
    }

    @Test
    void survivesAnyBytes() throws IOException {
        long seed = 20260405;
        var random = new Random(seed);
        byte[] packed = joined(gzip(page(1)), gzip(page(2), page(3)), gzip(page(4)));
        byte[] plain = joined(page(1), page(2), page(3), page(4));
        for (int round = 0; round < 1500; round++) {
            byte[] bytes = (round % 2 == 0 ? packed : plain).clone();
            int changes = 1 + random.nextInt(6);
            for (int i = 0; i < changes; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (round % 5 == 0) {
                bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }

            List<Found> found = all("any.warc.gz", bytes);

            assertThat(found).as("seed %d round %d", seed, round).hasSizeLessThan(60);
        }
    }
}
