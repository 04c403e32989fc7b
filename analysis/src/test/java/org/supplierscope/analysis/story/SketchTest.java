package org.supplierscope.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static double share(String one, String other) {
        double share = Sketch.of(one).containment(Sketch.of(other));
        assertThat(Sketch.of(other).containment(Sketch.of(one))).isEqualTo(share);
        return share;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 40, 300, 5_000})
    void findsAllOfATextInItself(int words) {
        assertThat(share(Prose.words(1, words), Prose.words(1, words))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.8, 0.95})
    void findsACopyThatWasCutInItsOriginal(double kept) {
        String original = Prose.words(2, 800);

        assertThat(share(original, Prose.firstPart(original, kept))).isGreaterThan(0.9);
    }

    @Test
    void findsACopyWithAnotherTitleAndAnAgencyLine() {
        String original = Prose.words(3, 300);
        String copy =
                "LONDON, March 5 (Example Wire) - " + original + "\n\nReporting by A. Writer; edited by B. Editor";

        assertThat(share(original, copy)).isGreaterThan(0.9);
    }

    @Test
    void findsACopyInOtherCapitalsSpacesPunctuationAndWidth() {
        String original = Prose.words(4, 120);
        String copy = original.toUpperCase(Locale.ROOT).replace(" ", "  \u00a0").replace(".", "!") + "\r\n";
        String wide = original.replace("a", "ａ");

        assertThat(share(original, copy)).isEqualTo(1);
        assertThat(share(original, wide)).isEqualTo(1);
    }

    @Test
    void findsNothingOfOneArticleInAnother() {
        assertThat(share(Prose.words(5, 500), Prose.words(6, 500))).isEqualTo(0);
        assertThat(share(Prose.han(5, 2_000), Prose.han(6, 2_000))).isEqualTo(0);
        assertThat(share(Prose.words(5, 500), Prose.han(6, 2_000))).isEqualTo(0);
    }

    @Test
    void findsLittleInAFollowUpThatQuotesTheFirstReport() {
        String quoted = Prose.words(7, 60);
        String first = quoted + " " + Prose.words(8, 400);
        String followUp = Prose.words(9, 400) + " " + quoted;

        assertThat(share(first, followUp)).isLessThan(0.3).isGreaterThan(0);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.3", "0.5, 0.5", "0.7, 0.7"})
    void estimatesTheShareWithinThreeStandardErrors(double kept, double expected) {
        String original = Prose.words(10, 4_000);
        String half = Prose.firstPart(original, kept) + " " + Prose.words(11, (int) (4_000 * (1 - kept)));

        assertThat(share(original, half)).isCloseTo(expected, within(3 / Math.sqrt(Sketch.SIZE)));
    }

    /// Texts around the length at which a script was once judged by a count that could not be reached.
    @ParameterizedTest
    @ValueSource(ints = {9, 60, 300, 900, 999, 1_000, 1_001, 5_000, 40_000})
    void findsAChineseCopyWhosePunctuationAndBeginningDiffer(int characters) {
        String original = Prose.han(12, characters);
        String copy = "（記者報導）" + original.replace("，", "").replace("。", "；");

        assertThat(share(original, copy)).isGreaterThan(0.75);
    }

    @Test
    void doesNotTakeAStockPhraseForMostOfAShortText() {
        int taken = 0;
        for (int seed = 0; seed < 300; seed++) {
            String stock = Prose.words(3_000 + seed, 8);
            String brief = Prose.words(1_000 + seed, 18) + " " + stock;
            String report = Prose.words(2_000 + seed, 2_000) + " " + stock;
            if (share(brief, report) > StoryBook.COPY) {
                taken++;
            }
        }

        assertThat(taken).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "…—!!!", "\u0000\u0001", "\ud83d\ude00", "\ud800", "\udc00\ud800"})
    void findsNothingInATextWithoutWords(String empty) {
        assertThat(Sketch.of(empty).hashes()).isEmpty();
        assertThat(share(empty, Prose.words(13, 50))).isEqualTo(0);
        assertThat(share(empty, empty)).isEqualTo(0);
    }

    @Test
    void tellsOneWordTextsApart() {
        assertThat(share("Video", "video")).isEqualTo(1);
        assertThat(share("Video", "Photo")).isEqualTo(0);
        assertThat(share("光", "光")).isEqualTo(1);
    }

    @Test
    void keepsNoMoreHashesThanItsSizeAndThoseInOrder() {
        long[] hashes = Sketch.of(Prose.words(14, 2_000)).hashes();

        assertThat(hashes).hasSize(Sketch.SIZE).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void readsAMegabyteOfAnyScriptInGoodTime() {
        String[] texts = {
            Prose.words(15, 160_000),
            Prose.han(15, 350_000),
            "a".repeat(1 << 20),
            "a ".repeat(1 << 19),
            "!".repeat(1 << 20),
            "光".repeat(1 << 19),
            "\ufdfa".repeat(1 << 18),
            "e\u0301\u0301\u0301".repeat(1 << 18)
        };

        for (String text : texts) {
            Sketch sketch = Assertions.assertTimeoutPreemptively(PATIENCE, () -> Sketch.of(text));

            assertThat(sketch.hashes().length).isLessThanOrEqualTo(Sketch.SIZE);
        }
    }
}
