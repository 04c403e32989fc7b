package org.supplierscope.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSearchTest {

    @Test
    void findsWhatIndexOfFinds() {
        long seed = 20_261_122;
        var random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            String text = letters(random, random.nextInt(40));
            String piece = letters(random, random.nextInt(9));
            int from = random.nextInt(text.length() + 1);

            assertThat(TextSearch.find(text, piece, from))
                    .as("seed %d: %s in %s from %d", seed, piece, text, from)
                    .isEqualTo(text.indexOf(piece, from));
        }
    }

    private static String letters(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(2)));
        }
        return text.toString();
    }
}
