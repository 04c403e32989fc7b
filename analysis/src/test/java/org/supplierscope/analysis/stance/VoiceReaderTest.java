package org.supplierscope.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.Mention;
import org.supplierscope.analysis.mention.MentionFinder;
import org.supplierscope.analysis.published.Voice;

class VoiceReaderTest {

    private final MentionFinder finder = MentionFinder.ofSuppliers(Catalogue.shipped());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Largan said it will triple capacity.|COMPANY",
                "Largan is tripling capacity, its chairman said.|COMPANY",
                "Largan will triple capacity, according to analysts.|ANALYST",
                "Analysts expect Largan to triple capacity.|ANALYST",
                "Largan is tripling capacity.|UNNAMED",
                "Largan is tripling capacity, sources said.|UNNAMED",
                "Sunny Optical said Largan will triple capacity.|RIVAL",
                "大立光表示將擴產三倍。|COMPANY",
                "法人指出大立光將擴產三倍。|ANALYST",
                "業界人士透露大立光將擴產三倍。|UNNAMED"
            })
    void tellsWhoSaysIt(String sentence, Voice voice) {
        FoldedText text = new FoldedText("\n" + sentence);
        List<Mention> mentions = finder.find(text);
        Parse parse = new Parser().parse(text, 0, SentenceSplitter.split(text), mentions);

        Voice told = VoiceReader.of(parse, parse.sentences().size() - 1, "largan-precision");

        assertThat(told).isEqualTo(voice);
    }
}
