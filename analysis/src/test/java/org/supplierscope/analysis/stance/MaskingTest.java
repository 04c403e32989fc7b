package org.supplierscope.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.embedding.Script;
import org.supplierscope.analysis.embedding.Span;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.MentionFinder;

class MaskingTest {

    private static final MentionFinder FINDER = MentionFinder.ofSuppliers(Catalogue.shipped());

    private static Parse parse(String sentence) {
        var text = new FoldedText("\n" + sentence);
        return new Parser().parse(text, 0, List.of(new Sentence(1, text.length())), FINDER.find(text));
    }

    @Test
    void hidesWhoIsMeantAndWhoIsNot() {
        Parse parse = parse("Largan Precision leaves cheap lenses to Sunny Optical and Genius Electronic Optical.");

        Masking own = Masking.of(parse, 0, "largan-precision", Script.LATIN);
        Masking rival = Masking.of(parse, 0, "sunny-optical", Script.LATIN);

        assertThat(own.text()).isEqualTo("acme leaves cheap lenses to orion and vertex.");
        assertThat(own.names()).containsExactly(new Span(0, 4));
        assertThat(rival.text()).isEqualTo("orion leaves cheap lenses to acme and vertex.");
        assertThat(rival.names()).containsExactly(new Span(29, 33));
    }

    @Test
    void givesOneSupplierOneNameHoweverOftenItIsNamed() {
        Parse parse = parse("Largan Precision said Sunny Optical copies it; Sunny Optical denies that.");

        assertThat(Masking.of(parse, 0, "largan-precision", Script.LATIN).text())
                .isEqualTo("acme said orion copies it; orion denies that.");
    }

    @Test
    void putsTraditionalCharactersInSimplifiedOnes() {
        Parse parse = parse("大立光專注高階鏡頭。");

        assertThat(Masking.of(parse, 0, "largan-precision", Script.HAN).text()).isEqualTo("甲公司专注高阶镜头。");
    }

    @Test
    void leavesASentenceWithoutNamesAsItIs() {
        Parse parse = parse("It doubles output.");

        Masking masked = Masking.of(parse, 0, "largan-precision", Script.LATIN);

        assertThat(masked.text()).isEqualTo("it doubles output.");
        assertThat(masked.names()).isEmpty();
    }
}
