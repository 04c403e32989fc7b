package org.supplierscope.analysis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final String LARGAN = """
            - id: largan-precision
              name: Largan Precision
              country: Taiwan
              role: lenses
              names: [Largan]
            """;

    @Test
    void shipsAllSuppliersWithNamesAndSlugs() {
        Catalogue catalogue = Catalogue.shipped();

        assertThat(catalogue.suppliers()).hasSize(149);
        assertThat(catalogue.suppliers()).allSatisfy(each -> {
            assertThat(each.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(each.names()).isNotEmpty();
            assertThat(each.role()).isNotBlank();
        });
    }

    @Test
    void namesOnlyParentsThatItHolds() {
        Catalogue catalogue = Catalogue.shipped();

        assertThat(catalogue.suppliers()).allSatisfy(each -> {
            if (each.parent() != null) {
                assertThat(catalogue.supplier(each.parent())).isPresent();
            }
        });
    }

    @Test
    void readsNamesWithTheirCaution() {
        Catalogue catalogue = read("""
                - id: coherent-corp
                  name: Coherent
                  legal: Coherent Corp.
                  country: US
                  role: lasers
                  tickers: [COHR]
                  exact: [II-VI]
                  wary:
                    - {name: Coherent, near: [laser], unless-before: [Optics]}
                  short: [CC]
                """);

        var names = catalogue.supplier("coherent-corp").orElseThrow().names();

        assertThat(names)
                .extracting(SupplierName::caution)
                .containsExactly(Caution.FREE, Caution.EXACT, Caution.WARY, Caution.SHORT);
        assertThat(names.get(2).unlessBefore()).containsExactly("optics");
    }

    @Test
    void namesFileLineAndKeyOfAMistake() {
        assertMistake(LARGAN + LARGAN, "mine.yaml, line 6: id: largan-precision stands twice");
        assertMistake(LARGAN + "  nmaes: [X]\n", "mine.yaml, line 6: nmaes: unknown key");
        assertMistake(LARGAN.replace("  role: lenses\n", ""), "mine.yaml, line 1: role: is missing");
        assertMistake(LARGAN.replace("[Largan]", "Largan"), "mine.yaml, line 5: names: a list is expected");
        assertMistake(LARGAN.replace("[Largan]", "[]"), "mine.yaml, line 1: names: largan-precision has no name");
        assertMistake(LARGAN.replace("largan-precision", "Largan!"), "mine.yaml, line 1: id: 'Largan!' is not a slug");
        assertMistake(LARGAN + "  parent: nobody\n", "mine.yaml, line 6: parent: nobody is no id of this file");
        assertMistake(LARGAN + "  country: Japan\n", "mine.yaml, line 6: country: stands twice");
    }

    @Test
    void saysWhereAFileIsNotYaml() {
        assertMistake(LARGAN + "  role: [unclosed\n", "mine.yaml, line");
        assertMistake("suppliers: none", "mine.yaml, line 1: a list of suppliers is expected");
        assertMistake("", "mine.yaml, line 1: a list of suppliers is expected");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path missing = Path.of("no", "such.yaml");

        assertThatThrownBy(() -> Catalogue.read(missing))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining("such.yaml");
    }

    private static void assertMistake(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(message);
    }

    private static Catalogue read(String yaml) {
        return Catalogue.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "mine.yaml");
    }
}
