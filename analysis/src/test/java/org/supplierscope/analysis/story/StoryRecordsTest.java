package org.supplierscope.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.analysis.story.StoryRecords.Asked;
import org.supplierscope.analysis.story.StoryRecords.Assigned;

class StoryRecordsTest {

    private static final Sketch SKETCH = Sketch.of(Prose.words(1, 600));

    private static <T> T roundTrip(Serde<T> serde, T value) {
        return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
    }

    @Test
    void keepsAQuestion() {
        Asked back = roundTrip(StoryRecords.asked(), new Asked(Integer.MAX_VALUE, SKETCH));

        assertThat(back.revision()).isEqualTo(Integer.MAX_VALUE);
        assertThat(back.sketch().hashes()).isEqualTo(SKETCH.hashes());
    }

    @Test
    void keepsAQuestionAboutATextWithoutWords() {
        Asked back = roundTrip(StoryRecords.asked(), new Asked(1, Sketch.of("")));

        assertThat(back.sketch().hashes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcdef0123456789abcdef", "故事"})
    void keepsAnAnswer(String story) {
        assertThat(roundTrip(StoryRecords.assigned(), new Assigned(3, story))).isEqualTo(new Assigned(3, story));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 127, 128, 200, 255})
    void keepsAPage(int length) {
        String story = "s".repeat(length);

        StoryBook.Page back = roundTrip(StoryRecords.page(), new StoryBook.Page(story, SKETCH));

        assertThat(back.story()).isEqualTo(story);
        assertThat(back.sketch().hashes()).isEqualTo(SKETCH.hashes());
    }

    @Test
    void refusesToWriteAPageThatItCouldNotRead() {
        var page = new StoryBook.Page("s".repeat(256), SKETCH);

        assertThatThrownBy(() -> StoryRecords.page().serializer().serialize("t", page))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void takesNoMoreBytesThanPromised() {
        byte[] asked = StoryRecords.asked().serializer().serialize("t", new Asked(1, SKETCH));

        assertThat(asked).hasSize(4 + 8 * Sketch.SIZE);
    }

    @Test
    void readsAnAbsentValueAsAbsent() {
        assertThat(StoryRecords.asked().deserializer().deserialize("t", null)).isNull();
        assertThat(StoryRecords.assigned().deserializer().deserialize("t", null))
                .isNull();
        assertThat(StoryRecords.page().deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void refusesRecordsThatAreCutAnywhere() {
        byte[] asked = StoryRecords.asked().serializer().serialize("t", new Asked(1, Sketch.of("one word")));

        for (int length : new int[] {0, 1, 3, 5, 11}) {
            assertThatThrownBy(() -> StoryRecords.asked().deserializer().deserialize("t", Arrays.copyOf(asked, length)))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(length + " bytes");
        }
    }

    @Test
    void survivesRubbish() {
        long seed = 4;
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            byte[] rubbish = new byte[random.nextInt(64)];
            random.nextBytes(rubbish);

            for (Serde<?> serde : new Serde<?>[] {StoryRecords.asked(), StoryRecords.assigned(), StoryRecords.page()}) {
                try {
                    assertThat((Object) serde.deserializer().deserialize("t", rubbish))
                            .isNotNull();
                } catch (SerializationException e) {
                    assertThat(e).as("seed %d", seed).hasMessageContaining("bytes");
                }
            }
        }
    }
}
