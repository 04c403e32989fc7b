package org.supplierscope.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    @Test
    void countsTheShareOfTextsThatATermStandsIn() {
        var background = new Background();
        for (String text : new String[] {"rain fell", "Rain and rain", "rainy day", "it rained"}) {
            background.add("en", text);
        }

        assertThat(background.lines()).containsExactly("rain\t0.75");
    }

    @Test
    void countsEachLanguageByItselfAndTakesTheGreatestShare() {
        var background = new Background();
        for (int i = 0; i < 3; i++) {
            background.add("en", "chips").add("en", "waves").add(i < 2 ? "zh-Hans" : "zh-Hant", "chips");
        }

        assertThat(background.lines()).containsExactly("chip\t1.0", "wav\t0.5");
    }

    @Test
    void countsFromTheTrainingPassagesWhatIsShippedByteForByte() throws IOException {
        Path passages = Path.of("src/training/stance");

        String counted = String.join("\n", Background.of(passages).lines()) + "\n";

        // A change of the passages wants ./supplierscope lab stories --background, and then new weights.
        try (InputStream shipped = BackgroundTest.class.getResourceAsStream("background.tsv")) {
            byte[] bytes = Objects.requireNonNull(shipped).readAllBytes();
            assertThat(counted.equals(new String(bytes, StandardCharsets.UTF_8)))
                    .as("the shipped background is that of the passages")
                    .isTrue();
        }
    }
}
