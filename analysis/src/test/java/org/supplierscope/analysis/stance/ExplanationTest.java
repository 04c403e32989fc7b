package org.supplierscope.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.analysis.published.Voice;

class ExplanationTest {

    private static final StanceReader READER = new StanceReader(Catalogue.shipped());
    private static final Passage PASSAGE = new Passage(
            "Largan to triple output of phone lenses",
            "The company will build two more plants and triple its capacity, its chairman said. Sales fell in May.",
            "en");

    @Test
    void givesTheLabelAndTheSentencesOfTheReading() {
        SupplierStance read = READER.read(PASSAGE).suppliers().getFirst();

        Explanation why = READER.explain(PASSAGE, "largan-precision").orElseThrow();

        assertThat(why.stance()).isEqualTo(read.stance()).isEqualTo(Stance.BREADTH);
        assertThat(why.likely().values().stream().mapToDouble(each -> each).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(why.sentences()).hasSize(3);
        assertThat(why.model()).isEqualTo(READER.model());
    }

    @Test
    void tellsOfEachSentenceHowLikelyItTellsASideWhoSaysItAndWhichWordsWeighMost() {
        Explanation why = READER.explain(PASSAGE, "largan-precision").orElseThrow();

        Explanation.Sentence plants = why.sentences().get(1);
        Explanation.Sentence sales = why.sentences().get(2);

        assertThat(plants.breadth()).isGreaterThan(0.5).isGreaterThan(sales.breadth());
        assertThat(plants.named()).isFalse();
        assertThat(plants.voice()).isEqualTo(Voice.COMPANY);
        assertThat(plants.words())
                .isNotEmpty()
                .allSatisfy(word -> assertThat(plants.sentence()).contains(word.word()));
        assertThat(plants.rules()).anyMatch(rule -> rule.startsWith("BREADTH by "));
    }

    @Test
    void hasNothingToSayOfASupplierThatThePassageDoesNotName() {
        assertThat(READER.explain(PASSAGE, "soitec")).isEmpty();
    }
}
