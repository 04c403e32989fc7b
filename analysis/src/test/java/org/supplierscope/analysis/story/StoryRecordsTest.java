package org.supplierscope.analysis.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.analysis.story.StoryRecords.Asked;
import org.supplierscope.analysis.story.StoryRecords.Assigned;

class StoryRecordsTest {

    private static final String ID = "00112233445566778899aabbccddeeff";
    private static final Fingerprint LONG =
            new Fingerprint(29_000_000L, Sketch.of(Prose.words(1, 2_000)), Gist.of(Prose.words(1, 2_000)));
    private static final Fingerprint SMALL = new Fingerprint(
            3,
            new Sketch(new long[] {1, 2}),
            new Gist(new int[] {-1, 7}, new byte[] {1, (byte) 255}, new byte[] {64, (byte) 192}, 9));

    private static <T> T roundTrip(Serde<T> serde, T value) {
        return serde.deserializer().deserialize("t", serde.serializer().serialize("t", value));
    }

    private static <T> String hex(Serde<T> serde, T value) {
        return HexFormat.of().formatHex(serde.serializer().serialize("t", value));
    }

    private static void assertSame(Fingerprint back, Fingerprint expected) {
        assertThat(back).usingRecursiveComparison().isEqualTo(expected);
    }

    @Test
    void keepsAQuestion() {
        Asked back = roundTrip(StoryRecords.asked(), new Asked(Integer.MAX_VALUE, LONG));

        assertThat(back.revision()).isEqualTo(Integer.MAX_VALUE);
        assertSame(back.fingerprint(), LONG);
        assertSame(
                roundTrip(StoryRecords.asked(), new Asked(1, Fingerprint.NONE)).fingerprint(), Fingerprint.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ID, "故事", "0123456789ABCDEF0123456789ABCDEF"})
    void keepsAnAnswer(String story) {
        var original = new Assigned(3, new StoryBook.Place(story, null));
        var copy = new Assigned(3, new StoryBook.Place(story, ID));

        assertThat(roundTrip(StoryRecords.assigned(), original)).isEqualTo(original);
        assertThat(roundTrip(StoryRecords.assigned(), copy)).isEqualTo(copy);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 31, 32, 127, 128, 253})
    void keepsIdsOfAnyLength(int length) {
        List<String> ids = List.of("s".repeat(length), ID, "b");

        assertThat(roundTrip(StoryRecords.ids(), ids)).isEqualTo(ids);
        assertThat(roundTrip(StoryRecords.telling(), new StoryBook.Telling(ids, 5, 2.5)))
                .isEqualTo(new StoryBook.Telling(ids, 5, 2.5));
    }

    @Test
    void keepsAPage() {
        StoryBook.Page back =
                roundTrip(StoryRecords.page(), new StoryBook.Page(new StoryBook.Place("story", ID), LONG));

        assertThat(back.place()).isEqualTo(new StoryBook.Place("story", ID));
        assertSame(back.fingerprint(), LONG);
    }

    @Test
    void writesTheGoldenBytes() {
        String small = "0000000000000003" + "00000009" + "0002" + "ffffffff00000007" + "01ff" + "40c0"
                + "00000000000000010000000000000002";

        assertThat(hex(StoryRecords.asked(), new Asked(2, SMALL))).isEqualTo("00000002" + small);
        assertThat(hex(StoryRecords.assigned(), new Assigned(2, new StoryBook.Place(ID, "a"))))
                .isEqualTo("00000002" + "ff" + ID + "0161");
        assertThat(hex(StoryRecords.page(), new StoryBook.Page(new StoryBook.Place("a", null), SMALL)))
                .isEqualTo("0161" + "fe" + small);
        assertThat(hex(StoryRecords.ids(), List.of(ID, "a"))).isEqualTo("ff" + ID + "0161");
        assertThat(hex(StoryRecords.telling(), new StoryBook.Telling(List.of("a"), 1, 1.0)))
                .isEqualTo("00000001" + "3ff0000000000000" + "0161");
    }

    @Test
    void refusesToWriteAnIdThatItCouldNotRead() {
        assertThatThrownBy(() -> StoryRecords.ids().serializer().serialize("t", List.of("s".repeat(254))))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void takesNoMoreBytesThanPromised() {
        byte[] asked = StoryRecords.asked().serializer().serialize("t", new Asked(1, LONG));

        assertThat(asked).hasSize(4 + 8 + 4 + 2 + 6 * Gist.SIZE + 8 * Sketch.SIZE);
    }

    @Test
    void readsAnAbsentValueAsAbsent() {
        assertThat(StoryRecords.asked().deserializer().deserialize("t", null)).isNull();
        assertThat(StoryRecords.page().deserializer().deserialize("t", null)).isNull();
        assertThat(StoryRecords.ids().deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void refusesRecordsThatAreCutAnywhere() {
        byte[] asked = StoryRecords.asked().serializer().serialize("t", new Asked(2, SMALL));

        for (int length : new int[] {0, 3, 11, 15, 17, 20, 29, 31}) {
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
        List<Serde<?>> serdes = List.of(
                StoryRecords.asked(),
                StoryRecords.assigned(),
                StoryRecords.page(),
                StoryRecords.ids(),
                StoryRecords.telling());
        for (int i = 0; i < 2_000; i++) {
            byte[] rubbish = new byte[random.nextInt(64)];
            random.nextBytes(rubbish);

            for (Serde<?> serde : serdes) {
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
