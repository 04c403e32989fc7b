package org.supplierscope.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;
import org.supplierscope.ingest.published.IngestTopics;

class CapturedPageTest {

    private static final URI URL = URI.create("https://example.org/%E4%BE%9B?a=1&b=%20");
    private static final Instant FETCHED = Instant.parse("2026-03-04T05:06:07Z");
    private static final byte[] BODY = "<p>Text".getBytes(StandardCharsets.UTF_8);

    private static CapturedPage page(List<Map.Entry<String, String>> headers, byte[] body, @Nullable String feedTitle) {
        return new CapturedPage(
                new Fetched(URL, 200, headers, body),
                FETCHED,
                "example-news",
                "Example News: 日報\r\n",
                feedTitle,
                Instant.parse("2026-03-03T00:00:00Z"));
    }

    private static CapturedPage again(CapturedPage page) throws IOException {
        return CapturedPage.fromWarc(page.toWarc());
    }

    @Test
    void comesBackAsItWasCaptured() throws IOException {
        var page = page(
                List.of(
                        Map.entry("Content-Type", "text/html; charset=big5"),
                        Map.entry("X-Two", "a"),
                        Map.entry("X-Two", "b")),
                BODY,
                "鴻海 100% + “precision”; 半導體\nline two 😀");

        CapturedPage again = again(page);

        assertThat(again.response().url()).isEqualTo(URL);
        assertThat(again.response().status()).isEqualTo(200);
        assertThat(again.response().body()).isEqualTo(BODY);
        assertThat(again.response().header("content-type")).isEqualTo("text/html; charset=big5");
        assertThat(again.response().headers()).contains(Map.entry("X-Two", "a"), Map.entry("X-Two", "b"));
        assertThat(again).usingRecursiveComparison().ignoringFields("response").isEqualTo(page);
    }

    @Test
    void comesBackWithoutWhatTheFeedDidNotSay() throws IOException {
        var page = new CapturedPage(new Fetched(URL, 204, List.of(), new byte[0]), FETCHED, "a", "A", null, null);

        CapturedPage again = again(page);

        assertThat(again.feedTitle()).isNull();
        assertThat(again.feedPublished()).isNull();
        assertThat(again.response().body()).isEmpty();
        assertThat(again.response().status()).isEqualTo(204);
    }

    @Test
    void keepsALineBreakInAHeaderFromBecomingAHeader() throws IOException {
        var page = page(List.of(Map.entry("X-Note", "a\r\nContent-Type: text/plain\r\n\r\n<p>Forged")), BODY, null);

        CapturedPage again = again(page);

        assertThat(again.response().body()).isEqualTo(BODY);
        assertThat(again.response().header("Content-Type")).isNull();
    }

    @Test
    void isNotLostByHeadersThatNoServerShouldSend() throws IOException {
        var page = page(
                List.of(
                        Map.entry("X Powered By", "spaces"),
                        Map.entry("X-\u0001", "control"),
                        Map.entry("X-\u00e9", "accent"),
                        Map.entry("X-Break\r\nX-More", "break"),
                        Map.entry("", "none"),
                        Map.entry("X-Control", "a\u0000b\u0001c\u007f"),
                        Map.entry("X-Accent", "caf\u00e9 \u65b0"),
                        Map.entry("X-Empty", ""),
                        Map.entry("Content-Length", "999999"),
                        Map.entry("Content-Type", "text/html")),
                BODY,
                null);

        CapturedPage again = again(page);

        assertThat(again.response().body()).isEqualTo(BODY);
        assertThat(again.response().header("Content-Type")).isEqualTo("text/html");
    }

    @Test
    void holdsTheLargestPageInOneRecord() throws IOException {
        byte[] body = new byte[8 * 1024 * 1024 - 100 * 1024];
        new Random(7).nextBytes(body);

        byte[] warc = page(List.of(Map.entry("Content-Type", "text/html")), body, "Title")
                .toWarc();

        assertThat(warc).hasSizeLessThan(IngestTopics.MAX_RECORD_BYTES);
        assertThat(CapturedPage.fromWarc(warc).response().body()).isEqualTo(body);
    }

    @Test
    void isRefusedWhenItIsNoRecordOfOurs() throws IOException {
        byte[] warc = page(List.of(), BODY, "Title").toWarc();
        String text = new String(warc, StandardCharsets.UTF_8);

        assertRefused(new byte[0]);
        assertRefused("<html><p>no record".getBytes(StandardCharsets.UTF_8));
        assertRefused(Arrays.copyOf(warc, 40));
        assertRefused(text.replace("WARC-Type: response", "WARC-Type: warcinfo").getBytes(StandardCharsets.UTF_8));
        assertRefused(
                text.replace("Supplierscope-Source-Id", "Someones-Source-Id").getBytes(StandardCharsets.UTF_8));
        assertRefused(text.replace("2026-03-03", "yesterday").getBytes(StandardCharsets.UTF_8));
        assertRefused(text.replace("HTTP/1.1 200", "HELLO").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isNotTakenForWholeWhenItWasCut() throws IOException {
        byte[] warc = page(List.of(), new byte[10_000], "Title").toWarc();

        assertRefused(Arrays.copyOf(warc, warc.length - 5000));
    }

    @Test
    void survivesAnyBytes() throws IOException {
        long seed = 20260304;
        var random = new Random(seed);
        byte[] warc = page(List.of(Map.entry("Content-Type", "text/html")), BODY, "Title")
                .toWarc();
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = round % 3 == 0 ? new byte[random.nextInt(300)] : warc.clone();
            int changes = round % 3 == 0 ? bytes.length : 1 + random.nextInt(8);
            for (int i = 0; i < changes; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            readOrRefuse(bytes, seed, round);
        }
    }

    private static void readOrRefuse(byte[] bytes, long seed, int round) {
        try {
            CapturedPage.fromWarc(bytes);
        } catch (IOException e) {
            assertThat(e).as("seed %d round %d", seed, round).hasMessageMatching("(?s).+");
        }
    }

    private static void assertRefused(byte[] bytes) {
        assertThatThrownBy(() -> CapturedPage.fromWarc(bytes)).isInstanceOf(IOException.class);
    }
}
