package org.supplierscope.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class WebAddressTest {

    /// One line a rule of the WHATWG URL Standard: base, text, and what a browser makes of it.
    @ParameterizedTest
    @CsvFileSource(resources = "web-addresses.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void readsWhatABrowserReads(@Nullable String base, String text, @Nullable String meant) {
        WebAddress document = base == null ? null : Objects.requireNonNull(WebAddress.parse(base, null), base);
        String unescaped = text.replace("<TAB>", "\t").replace("<LF>", "\n").replace("<NUL>", "\0");

        WebAddress address = WebAddress.parse(unescaped, document);

        assertThat(address == null ? null : address.href()).isEqualTo(meant);
    }

    @Test
    void readsItsOwnWritingAsTheSameAddress() {
        long seed = 20_261_122;
        var random = new Random(seed);
        String alphabet = "ab1.:/\\?#@[]%2eX_-~ |^`{}<>\"'é中\u00ad\uD83D";
        String[] starts = {"http:", "https://", "http://a", "ftp://", "file:", "//", "x:", "x://", "", "http://[::"};

        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(starts[random.nextInt(starts.length)]);
            for (int n = random.nextInt(14); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            WebAddress base = random.nextBoolean() ? null : WebAddress.parse("https://example.org/a/b?c#d", null);

            WebAddress once = WebAddress.parse(text.toString(), base);

            if (once != null) {
                WebAddress again = WebAddress.parse(once.href(), null);
                assertThat(again == null ? null : again.href())
                        .as("seed %d, text %d: %s", seed, i, text)
                        .isEqualTo(once.href());
            }
        }
    }

    /// Each of these is a megabyte that once made some parser go up and down for ever.
    @Test
    void readsHostileTextInLinearTime() {
        int million = 1_000_000;
        String[] texts = {
            "http://" + "@".repeat(million),
            "http://" + "a.".repeat(million / 2),
            "http://" + "1.".repeat(million / 2),
            "http://[" + ":".repeat(million) + "]",
            "http://" + "%31".repeat(million / 3),
            "http://a:" + "0".repeat(million),
            "http://a/" + "../".repeat(million / 3),
            "http://a/" + "%2e%2e/b/".repeat(million / 9),
            "http://a/?" + "\uD800".repeat(million),
            "http:" + "\\/".repeat(million / 2),
            "x:" + " ".repeat(million) + "#",
            "a".repeat(million)
        };

        for (String text : texts) {
            long start = System.nanoTime();

            WebAddress.parse(text, null);

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(text.substring(0, 20))
                    .isLessThan(Duration.ofSeconds(5));
        }
    }
}
