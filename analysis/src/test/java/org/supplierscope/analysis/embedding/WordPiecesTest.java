package org.supplierscope.analysis.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.embedding.WordPieces.Piece;

class WordPiecesTest {

    private static final long SEED = 8;

    private static WordPieces of(String... pieces) throws IOException {
        var json = new StringBuilder("{\"model\":{\"vocab\":{\"[UNK]\":0,\"[CLS]\":1,\"[SEP]\":2");
        for (int i = 0; i < pieces.length; i++) {
            json.append(",\"").append(pieces[i]).append("\":").append(3 + i);
        }
        return WordPieces.read(
                new ByteArrayInputStream(json.append("}}}").toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Integer> ids(WordPieces words, String text) {
        return words.of(text, 50).stream().map(Piece::id).toList();
    }

    @Test
    void takesTheLongestPieceFirst() throws IOException {
        WordPieces words = of("lens", "##es", "le", "##ns", "##e", "##s");

        assertThat(ids(words, "lenses")).containsExactly(3, 4);
    }

    @Test
    void hasOnePieceForAWordThatItCannotCut() throws IOException {
        WordPieces words = of("lens", "##es");

        assertThat(ids(words, "lensmen lens")).containsExactly(0, 3);
    }

    @Test
    void readsCapitalsAndAccentsAsPlainLetters() throws IOException {
        WordPieces words = of("cafe", "na", "##ive");

        assertThat(ids(words, "CAFÉ Naïve")).containsExactly(3, 4, 5);
    }

    @Test
    void takesChineseCharactersAndMarksAsWords() throws IOException {
        WordPieces words = of("大", "立", "光", "cpo", ".", "-");

        assertThat(ids(words, "大立光CPO-.")).containsExactly(3, 4, 5, 6, 8, 7);
    }

    @Test
    void tellsWhereTheWordOfAPieceBegins() throws IOException {
        WordPieces words = of("lens", "##es", "sell");

        assertThat(words.of("  sell\u00a0lenses", 50)).extracting(Piece::start).containsExactly(2, 7, 7);
    }

    @Test
    void leavesOutWhatCannotBeSeen() throws IOException {
        WordPieces words = of("lens");

        assertThat(ids(words, "le\u200bn\u00ads \u0000 \ufffd")).containsExactly(3);
    }

    @Test
    void endsWhereItIsToldTo() throws IOException {
        WordPieces words = of("a", "##a");

        assertThat(words.of("aaaa aaaa", 5)).hasSize(5);
        assertThat(words.of("a".repeat(200), 5)).extracting(Piece::id).containsExactly(0);
    }

    @Test
    void survivesAnyCharacters() throws IOException {
        WordPieces words = of("a", "##a");
        Random random = new Random(SEED);
        for (int round = 0; round < 200; round++) {
            var text = new StringBuilder();
            for (int i = 0; i < 60; i++) {
                text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            }

            List<Piece> pieces = words.of(text.toString(), 40);

            assertThat(pieces).as("seed %d, round %d", SEED, round).hasSizeLessThanOrEqualTo(40);
        }
    }

    @Test
    void refusesAFileWithoutAVocabulary() {
        assertThatThrownBy(() -> WordPieces.read(new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("vocabulary");
    }
}
