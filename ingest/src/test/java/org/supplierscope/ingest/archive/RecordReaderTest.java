package org.supplierscope.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supplierscope.ingest.archive.Warcs.gzip;
import static org.supplierscope.ingest.archive.Warcs.html;
import static org.supplierscope.ingest.archive.Warcs.joined;
import static org.supplierscope.ingest.archive.Warcs.record;
import static org.supplierscope.ingest.archive.Warcs.response;
import static org.supplierscope.ingest.archive.Warcs.utf8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.archive.RecordReading.Kind;
import org.supplierscope.ingest.archive.WarcFile.Found;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;

/// Records of other crawlers: which are pages, and what their pages are.
class RecordReaderTest {

    private static final String URL = "https://www.paper.example/news/1";
    private static final String HTML = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n";

    @TempDir
    private Path temp;

    private RecordReading read(byte[] record) throws IOException {
        Path file = Files.write(temp.resolve("one.warc"), record);
        try (WarcFile archive = WarcFile.open(file, Place.START)) {
            Found found = archive.next();
            assertThat(found).isInstanceOf(Found.Whole.class);
            return new RecordReader(Clock.fixed(Instant.parse("2026-03-04T05:06:07Z"), ZoneOffset.UTC))
                    .read((Found.Whole) found);
        }
    }

    private CapturedPage page(byte[] record) throws IOException {
        RecordReading reading = read(record);
        assertThat(reading).isInstanceOf(RecordReading.Page.class);
        return ((RecordReading.Page) reading).page();
    }

    private Kind passedOver(byte[] record) throws IOException {
        RecordReading reading = read(record);
        assertThat(reading).isInstanceOf(RecordReading.PassedOver.class);
        return ((RecordReading.PassedOver) reading).kind();
    }

    private static byte[] deflated(byte[] bytes, boolean bare) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed, new Deflater(9, bare))) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] chunked(byte[] bytes) {
        String half = Integer.toHexString(bytes.length - 5);
        return joined(
                utf8("5;name=value\r\n"),
                java.util.Arrays.copyOf(bytes, 5),
                utf8("\r\n" + half + "\r\n"),
                java.util.Arrays.copyOfRange(bytes, 5, bytes.length),
                utf8("\r\n0\r\n\r\n"));
    }

    @Test
    void contentThatIsNoTextIsNoPageWhateverItsTypeSays() throws IOException {
        var random = new byte[10_000];
        new Random(20260304).nextBytes(random);

        assertThat(passedOver(response(URL, HTML, random))).isEqualTo(Kind.NOT_HTML);
        assertThat(passedOver(response(URL, HTML, utf8("%PDF-1.7 <html>")))).isEqualTo(Kind.NOT_HTML);
    }

    @Test
    void aResponseIsAPageWithItsOwnDate() throws IOException {
        CapturedPage page = page(response(URL, HTML + "X-More: a", html(1)));

        assertThat(page.response().url()).hasToString(URL);
        assertThat(page.response().status()).isEqualTo(200);
        assertThat(page.response().header("content-type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.response().header("x-more")).isEqualTo("a");
        assertThat(page.response().body()).isEqualTo(html(1));
        assertThat(page.fetched()).isEqualTo(Warcs.DATE);
    }

    @Test
    void codingsOfTheBodyAreUndone() throws IOException {
        byte[] body = html(1);

        assertThat(page(response(URL, HTML + "Content-Encoding: gzip", gzip(body)))
                        .response()
                        .body())
                .isEqualTo(body);
        assertThat(page(response(URL, HTML + "Content-Encoding: deflate", deflated(body, false)))
                        .response()
                        .body())
                .isEqualTo(body);
        assertThat(page(response(URL, HTML + "Content-Encoding: deflate", deflated(body, true)))
                        .response()
                        .body())
                .isEqualTo(body);
        assertThat(page(response(URL, HTML + "Transfer-Encoding: chunked", chunked(body)))
                        .response()
                        .body())
                .isEqualTo(body);
        CapturedPage both = page(response(
                URL,
                HTML + "Transfer-Encoding: chunked\nContent-Encoding: GZIP\nContent-Length: 3",
                chunked(gzip(body))));
        assertThat(both.response().body()).isEqualTo(body);
        assertThat(both.response().header("content-encoding")).isNull();
        assertThat(both.response().header("transfer-encoding")).isNull();
        assertThat(both.response().header("content-length")).isNull();
    }

    @Test
    void codingsOfBrowsersAreUndone() throws IOException {
        byte[] zstd = com.github.luben.zstd.Zstd.compress(html(1));
        // A last meta-block that is not compressed (RFC 7932, section 9.2): a window of 16 bits, no last block,
        // 22 bytes as they are, and an empty last block.
        byte[] text = utf8("<html>abcdefghijkl</a>");
        byte[] brotli = joined(stored(text), new byte[] {3});

        assertThat(page(response(URL, HTML + "Content-Encoding: zstd", zstd))
                        .response()
                        .body())
                .isEqualTo(html(1));
        assertThat(page(response(URL, HTML + "Content-Encoding: br", brotli))
                        .response()
                        .body())
                .isEqualTo(text);
        assertThat(passedOver(response(URL, HTML + "Content-Encoding: br", new byte[] {(byte) 0xff, 1, 2, 3})))
                .isEqualTo(Kind.BROKEN);
        byte[] cut = java.util.Arrays.copyOf(zstd, zstd.length - 5);
        assertThat(passedOver(response(URL, HTML + "Content-Encoding: zstd", cut)))
                .isEqualTo(Kind.BROKEN);
    }

    /// WBITS 16 is the bit 0; then ISLAST 0, MNIBBLES 00 for four nibbles, MLEN - 1 in 16 bits, ISUNCOMPRESSED
    /// 1, and zeros up to the next byte.
    private static byte[] stored(byte[] text) {
        int head = (text.length - 1) << 4 | 1 << 20;
        return joined(new byte[] {(byte) head, (byte) (head >> 8), (byte) (head >> 16)}, text);
    }

    /// Many crawlers store the body unpacked and keep the header.
    @ParameterizedTest
    @ValueSource(strings = {"Content-Encoding: gzip", "Content-Encoding: br", "Transfer-Encoding: chunked"})
    void aCodingThatTheBodyDoesNotHaveIsPassedOver(String header) throws IOException {
        assertThat(page(response(URL, HTML + header + "\nContent-Length: 7", html(1)))
                        .response()
                        .body())
                .isEqualTo(html(1));
    }

    @Test
    void aCodingThatIsBrokenOrUnknownIsTold() throws IOException {
        byte[] broken = gzip(html(1));
        broken[15] ^= 0x55;

        assertThat(passedOver(response(URL, HTML + "Content-Encoding: gzip", broken)))
                .isEqualTo(Kind.BROKEN);
        assertThat(passedOver(response(URL, HTML + "Content-Encoding: sdch", gzip(html(1)))))
                .isEqualTo(Kind.BROKEN);
        assertThat(passedOver(response(URL, HTML + "Content-Encoding: gzip,gzip,gzip,gzip", gzip(html(1)))))
                .isEqualTo(Kind.BROKEN);
    }

    /// Row F5, in an archive.
    @Test
    void aBodyThatUnpacksToTooMuchIsPassedOver() throws IOException {
        byte[] bomb = gzip(gzip(new byte[64 * 1024 * 1024]));

        assertThat(passedOver(response(URL, HTML + "Content-Encoding: gzip, gzip", bomb)))
                .isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void aResourceIsAPage() throws IOException {
        CapturedPage page = page(record("resource", URL, "Content-Type: text/html\r\n", html(4)));

        assertThat(page.response().body()).isEqualTo(html(4));
        assertThat(page.response().header("Content-Type")).isEqualTo("text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1 404 Not Found|Content-Type: text/html, STATUS",
        "HTTP/1.1 301 Moved|Location: /b, STATUS",
        "HTTP/1.1 200 OK|Content-Type: application/pdf, NOT_HTML",
        "HTTP/1.1 200 OK, NOT_HTML",
        "no status line, BROKEN",
        "HTTP/1.1 abc, BROKEN",
    })
    void aResponseThatIsNoPageIsCountedByItsKind(String header, Kind kind) throws IOException {
        assertThat(passedOver(response(URL, header.replace('|', '\n'), utf8("text"))))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2 200", "HTTP/1.0 200 ", "HTTP/2.0 200 OK", "HTTP/1.1  200 \u00e4"})
    void statusLinesOfEveryKindAreRead(String line) throws IOException {
        assertThat(page(response(URL, line + "\ncontent-TYPE : Application/XHTML+xml", html(1)))
                        .response()
                        .body())
                .isEqualTo(html(1));
    }

    @Test
    void aPageThatTellsNoTypeIsKnownByItsBeginning() throws IOException {
        assertThat(page(response(URL, "HTTP/1.1 200 OK", utf8("\n<!DOCTYPE HTML><p>a")))
                        .response()
                        .url())
                .hasToString(URL);
    }

    @ParameterizedTest
    @CsvSource({
        "request, NO_CAPTURE",
        "metadata, NO_CAPTURE",
        "conversion, NO_CAPTURE",
        "revisit, REVISIT",
        "'', NO_CAPTURE"
    })
    void otherRecordsAreCounted(String type, Kind kind) throws IOException {
        assertThat(passedOver(record(type, URL, "", html(1)))).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dns:paper.example", "urn:uuid:1", "ftp://paper.example/a", "http://", "javascript:alert(1)"})
    void onlyWebAddressesArePages(String url) throws IOException {
        assertThat(passedOver(response(url, HTML, html(1)))).isEqualTo(Kind.NOT_WEB);
    }

    @Test
    void privateAddressesAreOnlyData() throws IOException {
        assertThat(page(response("http://192.168.0.7/news", HTML, html(1)))
                        .response()
                        .url())
                .hasToString("http://192.168.0.7/news");
    }

    @Test
    void addressesInBracketsAreRead() throws IOException {
        assertThat(page(response("<" + URL + ">", HTML, html(1))).response().url())
                .hasToString(URL);
    }

    @Test
    void whatWasStoredCutShortIsNotTakenForWhole() throws IOException {
        byte[] cut = record("resource", URL, "Content-Type: text/html\r\nWARC-Truncated: length\r\n", html(1));
        byte[] segment = record("resource", URL, "Content-Type: text/html\r\nWARC-Segment-Number: 1\r\n", html(1));

        assertThat(passedOver(cut)).isEqualTo(Kind.CUT);
        assertThat(passedOver(segment)).isEqualTo(Kind.CUT);
    }

    @ParameterizedTest
    @CsvSource({
        "2019, 2019-01-01T00:00:00Z",
        "2019-05, 2019-05-01T00:00:00Z",
        "2019-05-06, 2019-05-06T00:00:00Z",
        "20190506070809, 2019-05-06T07:08:09Z",
        "2019-05-06T07:08:09.123456789Z, 2019-05-06T07:08:09.123Z",
        "2019-05-06T15:08:09+08:00, 2019-05-06T07:08:09Z",
    })
    void datesOfEveryFormAreRead(String told, String date) throws IOException {
        assertThat(page(dated(told)).fetched()).isEqualTo(date);
    }

    /// A page of the future would outrank every later capture.
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-06T00:00:00Z", "2099-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "yesterday", "2019-13-45"
            })
    void datesThatCannotBeAreTold(String told) throws IOException {
        assertThat(passedOver(dated(told))).isEqualTo(Kind.NO_DATE);
    }

    private static byte[] dated(String date) {
        String record = new String(
                record("resource", URL, "Content-Type: text/html\r\n", html(1)),
                java.nio.charset.StandardCharsets.UTF_8);
        return utf8(record.replace(Warcs.DATE, date));
    }

    @Test
    void aRecordThatDoesNotMatchItsDigestIsBroken() throws IOException {
        String digest = "WARC-Block-Digest: sha1:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\r\n";
        String unknown = "WARC-Block-Digest: crc7:12\r\n";

        assertThat(passedOver(record("resource", URL, digest + "Content-Type: text/html\r\n", html(1))))
                .isEqualTo(Kind.BROKEN);
        assertThat(page(record("resource", URL, unknown + "Content-Type: text/html\r\n", html(1)))
                        .response()
                        .url())
                .hasToString(URL);
    }

    @Test
    void whatOurOwnArchivesTellIsKept() throws IOException {
        var own = new CapturedPage(
                new Fetched(
                        java.net.URI.create(URL),
                        200,
                        java.util.List.of(java.util.Map.entry("Content-Type", "text/html")),
                        html(1)),
                Instant.parse(Warcs.DATE),
                "paper",
                "Paper, 日報",
                "Title of the feed",
                Instant.parse("2019-05-05T00:00:00Z"));

        assertThat(page(own.toWarc()))
                .usingRecursiveComparison()
                .ignoringFields("response")
                .isEqualTo(own);
    }

    @Test
    void anyBlockIsSurvived() throws IOException {
        long seed = 77;
        var random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] body = chunked(gzip(html(round)));
            byte[] header =
                    utf8(HTML.replace("\n", "\r\n") + "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n\r\n");
            byte[] block = joined(header, body);
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                block[random.nextInt(block.length)] = (byte) random.nextInt(256);
            }

            assertThat(read(record("response", URL, "", block)))
                    .as("seed %d round %d", seed, round)
                    .isNotNull();
        }
    }

    @Test
    void headersWithoutEndAreBroken() throws IOException {
        assertThat(passedOver(response(URL, HTML + "X: y\n".repeat(100_000), html(1))))
                .isEqualTo(Kind.BROKEN);
    }
}
