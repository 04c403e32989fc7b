package org.supplierscope.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;

class StanceReaderTest {

    private static final StanceReader READER = new StanceReader(Catalogue.shipped());

    /// The share of labels that must be right for each trap. What is beyond the reader (irony, unnamed
    /// consequences) stays in the set, so that the figure is honest.
    private static final double ENOUGH = 0.75;

    @ParameterizedTest
    @MethodSource("traps")
    void fallsIntoNoTrap(String trap) throws IOException {
        List<LabelledPassage> passages = LabelledPassage.all().stream()
                .filter(each -> each.trap().equals(trap))
                .toList();
        int labels = passages.stream().mapToInt(each -> each.labels().size()).sum();

        List<String> missed =
                passages.stream().flatMap(each -> missed(each).stream()).toList();

        assertThat(missed).as(trap).hasSizeLessThanOrEqualTo((int) Math.round(labels * (1 - ENOUGH)));
    }

    static List<String> traps() throws IOException {
        return LabelledPassage.all().stream()
                .map(LabelledPassage::trap)
                .distinct()
                .toList();
    }

    @Test
    void readsNineOfTenLabelsAlikeOverall() throws IOException {
        List<LabelledPassage> passages = LabelledPassage.all();
        int labels = passages.stream().mapToInt(each -> each.labels().size()).sum();

        List<String> missed =
                passages.stream().flatMap(each -> missed(each).stream()).toList();

        assertThat(labels).isGreaterThan(400);
        assertThat(missed).hasSizeLessThan(labels / 10);
    }

    @Test
    void quotesEvidenceWordForWord() throws IOException {
        for (LabelledPassage each : LabelledPassage.all()) {
            for (SupplierStance supplier : READER.read(each.passage()).suppliers()) {
                assertThat(supplier.evidence()).as(each.id()).allSatisfy(evidence -> {
                    assertThat(each.passage().title() + "\n" + each.passage().text())
                            .contains(evidence.sentence());
                    assertThat(evidence.sentence()).contains(evidence.cue());
                });
            }
        }
    }

    @Test
    void quotesNoSentenceTwice() throws IOException {
        for (LabelledPassage each : LabelledPassage.all()) {
            assertThat(READER.read(each.passage()).suppliers())
                    .as(each.id())
                    .allSatisfy(supplier -> assertThat(supplier.evidence())
                            .extracting(Evidence::sentence)
                            .doesNotHaveDuplicates());
        }
    }

    @Test
    void readsTheReachOfAFirmBoughtAsItsBuyers() {
        Reading reading = READER.read(new Passage(
                "GlobalFoundries buys Advanced Micro Foundry",
                "The price was not disclosed. Advanced Micro Foundry adds capacity in Asia.",
                "en"));

        assertThat(reading.suppliers()).extracting(SupplierStance::stance).containsExactly(Stance.BREADTH, Stance.NONE);
    }

    @Test
    void readsAlikeFromManyThreads() throws IOException {
        List<LabelledPassage> passages = LabelledPassage.all();

        List<Reading> alone =
                passages.stream().map(each -> READER.read(each.passage())).toList();
        List<Reading> together = IntStream.range(0, passages.size())
                .parallel()
                .mapToObj(i -> READER.read(passages.get(i).passage()))
                .toList();

        assertThat(together).isEqualTo(alone);
    }

    @Test
    void listsSuppliersInOrderOfFirstMention() {
        Reading reading = READER.read(new Passage("", "Soitec met IQE. Largan and Soitec left.", "en"));

        assertThat(reading.suppliers())
                .extracting(SupplierStance::supplier)
                .containsExactly("soitec", "iqe", "largan-precision");
    }

    @Test
    void putsTheStrongestSentenceFirst() {
        Reading reading = READER.read(new Passage(
                "", "Browave holds patents. Browave focuses on high-end arrays and leaves the low-end market.", "en"));

        SupplierStance stance = reading.suppliers().getFirst();

        assertThat(stance.stance()).isEqualTo(Stance.PRECISION);
        assertThat(stance.score()).isPositive();
        assertThat(stance.evidence().getFirst().sentence()).startsWith("Browave focuses");
    }

    @Test
    void trustsHearsayLess() {
        Passage told = new Passage("", "Largan is tripling capacity.", "en");
        Passage heard = new Passage("", "Largan is said to be tripling capacity.", "en");

        double certain = READER.read(told).suppliers().getFirst().confidence();
        double hearsay = READER.read(heard).suppliers().getFirst().confidence();

        assertThat(hearsay).isLessThan(certain);
    }

    private static List<String> missed(LabelledPassage each) {
        Reading reading = READER.read(each.passage());
        TreeMap<String, Stance> got = new TreeMap<>();
        reading.suppliers().forEach(supplier -> got.put(supplier.supplier(), supplier.stance()));
        List<String> missed = new ArrayList<>();
        each.labels().forEach((supplier, stance) -> {
            if (got.get(supplier) != stance) {
                missed.add(each.id() + " " + supplier + ": " + stance + " read as " + got.get(supplier));
            }
        });
        return missed;
    }
}
