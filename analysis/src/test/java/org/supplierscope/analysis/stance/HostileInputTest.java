package org.supplierscope.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.analysis.catalogue.Catalogue;

class HostileInputTest {

    private static final StanceReader READER = new StanceReader(Catalogue.shipped());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Largan expands capacity and ",
                "大立光擴產",
                "not ",
                "(((",
                "Coherent ",
                "aaaa",
                "no longer from to ",
                "Co. ",
                "some ",
                "，",
                "'s "
            })
    void readsAMegabyteOnOneLine(String piece) {
        String line = piece.repeat(1_000_000 / piece.length());

        Reading reading = assertTimeoutPreemptively(PATIENCE, () -> READER.read(new Passage("", line, null)));

        assertThat(reading).isNotNull();
    }

    @Test
    void survivesLoneSurrogatesAndControlCharacters() {
        Reading reading = READER.read(new Passage("\uDC00", "\uD800Largan\uDFFF expands\u0000 capacity\uD83D.", "xx"));

        assertThat(reading.suppliers()).hasSize(1);
    }

    @Test
    void findsNothingInNothing() {
        assertThat(READER.read(new Passage("", "", null))).isEqualTo(new Reading(List.of(), List.of(), List.of()));
        assertThat(READER.read(new Passage(" \n ", "\r\n\t", null)).suppliers()).isEmpty();
    }

    @Test
    void survivesRandomCharacters() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 500; i++) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : 0x20 + random.nextInt(0x60)));
            }

            assertThat(READER.read(new Passage("", text.toString(), null))).isNotNull();
        }
    }
}
