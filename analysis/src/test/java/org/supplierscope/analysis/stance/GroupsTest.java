package org.supplierscope.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.Stance;

class GroupsTest {

    private static final StanceReader READER = new StanceReader(Catalogue.shipped());

    @Test
    void tellsTwoUnnamedGroupsApart() {
        List<GroupStance> groups = groups("Two ways in photonics", """
                The field parts ways. Some “glass giants” go for a precision approach and develop bespoke optics for \
                niche buyers. This could lead to parts of extreme accuracy.
                Meanwhile, several other makers pursue a breadth strategy, with mass production and cheaper parts. \
                This approach aims at mass adoption.
                The choice of the makers shapes what buyers pay. A precision strategy may cost more.
                """);

        assertThat(groups).hasSize(2);
        assertThat(groups.getFirst().name()).contains("glass giants");
        assertThat(groups.getFirst().stance()).isEqualTo(Stance.PRECISION);
        assertThat(groups.getLast().name()).isEqualTo("several other makers");
        assertThat(groups.getLast().stance()).isEqualTo(Stance.BREADTH);
    }

    @Test
    void takesFewerPiecesForPrecision() {
        List<GroupStance> groups = groups("", """
                Some "glass giants" have chosen precision and build bespoke optics. They sell fewer pieces than before.
                Other module makers have put their money on breadth. Their plan is volume.
                """);

        assertThat(groups).extracting(GroupStance::stance).containsExactly(Stance.PRECISION, Stance.BREADTH);
    }

    @Test
    void readsChineseGroups() {
        List<GroupStance> groups = groups("", "部分業者專注高階利基市場,其他廠商則擴產搶市。");

        assertThat(groups).extracting(GroupStance::stance).containsExactly(Stance.PRECISION, Stance.BREADTH);
        assertThat(groups.getFirst().name()).isEqualTo("部分業者");
    }

    @Test
    void keepsGroupsAndNamedSuppliersApart() {
        Reading reading = READER.read(
                new Passage("", "Several smaller makers expand capacity. Largan focuses on high-end designs.", "en"));

        assertThat(reading.groups()).extracting(GroupStance::stance).containsExactly(Stance.BREADTH);
        assertThat(reading.suppliers().getFirst().stance()).isEqualTo(Stance.PRECISION);
    }

    @Test
    void makesNoGroupOfTheIndustry() {
        assertThat(groups("", "The market moves to mass production. The industry expands capacity."))
                .isEmpty();
        assertThat(groups("", "Some makers met in Taipei.")).isEmpty();
    }

    private static List<GroupStance> groups(String title, String text) {
        return READER.read(new Passage(title, text, null)).groups();
    }
}
