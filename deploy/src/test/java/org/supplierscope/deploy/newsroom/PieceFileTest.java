package org.supplierscope.deploy.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class PieceFileTest {

    private static final String PIECE = """
            ---
            title: "A plant: opened"
            author: "Optics desk"
            published: 2019-07-18T14:20:00+08:00
            language: en
            section: "Lenses"
            source:
              name: "Some Paper"
              url: "https://paper.example/1"
            courses:
              "Largan Precision": BREADTH
            ---
            First paragraph,
            on two lines.

            ## A heading

            Second paragraph.
            """;

    @Test
    void keepsTheOffsetOfTheDate() {
        assertThat(PieceFile.read("a-plant", PIECE).published())
                .isEqualTo(OffsetDateTime.parse("2019-07-18T14:20:00+08:00"));
    }

    @Test
    void partsParagraphsAndHeadings() {
        assertThat(PieceFile.read("a-plant", PIECE).blocks())
                .containsExactly(
                        new Piece.Block(false, "First paragraph, on two lines."),
                        new Piece.Block(true, "A heading"),
                        new Piece.Block(false, "Second paragraph."));
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> PieceFile.read("a-plant", PIECE.replace("section: \"Lenses\"\n", "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'section'");
        assertThatThrownBy(() -> PieceFile.read("a-plant", "no head"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a-plant");
    }
}
