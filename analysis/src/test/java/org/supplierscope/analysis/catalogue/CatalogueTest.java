package org.supplierscope.analysis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

        assertThat(catalogue.suppliers()).hasSizeGreaterThanOrEqualTo(149).allSatisfy(each -> {
            assertThat(each.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
            assertThat(each.names()).isNotEmpty();
            assertThat(each.role()).isNotBlank();
        });
    }

    @Test
    void shipsThemesWithNamesInBothChineseScripts() {
        Catalogue catalogue = Catalogue.shipped();

        assertThat(catalogue.themes()).hasSizeGreaterThanOrEqualTo(20);
        assertThat(catalogue.theme("co-packaged-optics").orElseThrow().names())
                .extracting(KnownName::language)
                .contains("zh-Hant", "zh-Hans", "ja");
    }

    @Test
    void knowsTheExchangeOfATicker() {
        Catalogue catalogue = Catalogue.shipped();

        assertThat(catalogue.supplier("largan-precision").orElseThrow().tickers())
                .containsExactly(new Ticker("3008", "TW", Market.TAIWAN));
        assertThat(catalogue.supplier("coherent-corp").orElseThrow().tickers())
                .containsExactly(new Ticker("COHR", "NYSE", Market.UNITED_STATES));
    }

    @Test
    void readsNamesWithTheirCautionAndLanguage() {
        Catalogue catalogue = read("""
                - id: coherent-corp
                  name: Coherent
                  legal: Coherent Corp.
                  country: US
                  role: lasers
                  tickers: ["NYSE:COHR"]
                  zh-Hans: [相干公司]
                  case-sensitive: [II-VI]
                  needs-context:
                    - {name: Coherent, near: [laser], unless-before: [Optics]}
                  never-alone: [CC]
                """);

        var names = catalogue.supplier("coherent-corp").orElseThrow().names();

        assertThat(names)
                .extracting(KnownName::caution)
                .containsExactly(
                        Caution.FREE, Caution.FREE, Caution.CASE_SENSITIVE, Caution.NEEDS_CONTEXT, Caution.NEVER_ALONE);
        assertThat(names.get(1).language()).isEqualTo("zh-Hans");
        assertThat(names.get(3).unlessBefore()).containsExactly("optics");
    }

    @Test
    void readsOneSupplierAFileAsWellAsAList() {
        Catalogue one = read("""
                id: largan-precision
                name: Largan Precision
                country: Taiwan
                role: lenses
                names: [Largan]
                """);
        Catalogue listed = read("suppliers:\n" + LARGAN);

        assertThat(one.suppliers()).isEqualTo(read(LARGAN).suppliers());
        assertThat(listed.suppliers()).isEqualTo(one.suppliers());
        assertThat(read("# nothing yet\n").suppliers()).isEmpty();
    }

    @Test
    void namesFileLineKeyAndRemedyOfAMistake() {
        assertMistake(
                LARGAN + LARGAN, "mine.yaml, line 6: id: largan-precision stands twice, first in mine.yaml, line 1");
        assertMistake(LARGAN + "  nmaes: [X]\n", "mine.yaml, line 6: nmaes: unknown key; did you mean 'names'?");
        assertMistake(LARGAN + "  colour: red\n", "mine.yaml, line 6: colour: unknown key; known here: id");
        assertMistake(LARGAN.replace("  role: lenses\n", ""), "mine.yaml, line 1: role: is missing");
        assertMistake(LARGAN.replace("[Largan]", "Largan"), "mine.yaml, line 5: names: a list is expected");
        assertMistake(LARGAN.replace("[Largan]", "[]"), "mine.yaml, line 1: names: largan-precision has no name");
        assertMistake(LARGAN.replace("largan-precision", "Largan!"), "mine.yaml, line 1: id: 'Largan!' is not a slug");
        assertMistake(LARGAN + "  parent: nobody\n", "mine.yaml, line 6: parent: nobody is no id of a supplier");
        assertMistake(LARGAN + "  country: Japan\n", "mine.yaml, line 6: country: stands twice");
        assertMistake(LARGAN + "  tickers: [3008]\n", "mine.yaml, line 6: tickers: '3008' names no exchange");
        assertMistake(
                LARGAN + LARGAN.replace("largan-precision", "other"),
                "mine.yaml, line 10: names: Largan is also a name of largan-precision (mine.yaml, line 5)");
        assertMistake(
                LARGAN + "  drop: [X]\n", "mine.yaml, line 1: id: nothing with the id largan-precision is shipped");
    }

    @Test
    void tellsAllMistakesAtOnce() {
        String text = LARGAN.replace("  role: lenses\n", "") + "  colour: red\n- 17\n";

        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        CatalogueException.class,
                        problem -> assertThat(problem.mistakes())
                                .extracting(Mistake::line)
                                .containsExactly(1, 5, 6));
    }

    @Test
    void saysWhereAFileIsNotYaml() {
        assertMistake(LARGAN + "  role: [unclosed\n", "mine.yaml, line");
        assertMistake("just words", "mine.yaml, line 1: a list of suppliers is expected");
        assertMistake("[".repeat(100_000), "mine.yaml");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path missing = Path.of("no", "such.yaml");

        assertThatThrownBy(() -> CatalogueFile.read(missing))
                .isInstanceOf(CatalogueException.class)
                .hasMessage(missing + ": there is no such file");
    }

    @Test
    void addsToWhatIsShippedAndChangesIt() {
        Catalogue catalogue = with("""
                - id: example-optics
                  name: Example Optics
                  country: Taiwan
                  role: glass lenses
                  parent: largan-precision
                  names: [Example Optics]
                - id: largan-precision
                  role: lenses of all kinds
                  names: [LGN]
                  needs-context: [大立光]
                  drop: [3008.TW]
                - id: tsmc
                  removed: true
                """);

        Supplier largan = catalogue.supplier("largan-precision").orElseThrow();

        assertThat(catalogue.suppliers())
                .hasSize(Catalogue.shipped().suppliers().size());
        assertThat(catalogue.supplier("example-optics")).isPresent();
        assertThat(catalogue.supplier("tsmc")).isEmpty();
        assertThat(largan.name()).isEqualTo("Largan Precision");
        assertThat(largan.role()).isEqualTo("lenses of all kinds");
        assertThat(largan.tickers()).isEmpty();
        assertThat(largan.names()).extracting(KnownName::text).contains("Largan", "LGN");
        assertThat(largan.names().stream().filter(name -> name.text().equals("大立光")))
                .extracting(KnownName::caution)
                .containsOnly(Caution.NEEDS_CONTEXT);
    }

    @Test
    void refusesToTakeAwayWhatIsNotThere() {
        assertThatThrownBy(() -> with("- {id: largan-precision, drop: [Lagran]}"))
                .hasMessage("mine.yaml, line 1: drop: Lagran is neither a name nor a ticker that is shipped for"
                        + " largan-precision");
        assertThatThrownBy(() -> with("- {id: lagran, removed: true}"))
                .hasMessageContaining("nothing with the id lagran is shipped");
    }

    @Test
    void hasADigestThatChangesWithTheContentOnly() {
        String digest = read(LARGAN).digest();

        assertThat(digest).matches("[0-9a-f]{12}");
        assertThat(read("# a comment\n" + LARGAN).digest()).isEqualTo(digest);
        assertThat(read(LARGAN.replace("Taiwan", "Japan")).digest()).isNotEqualTo(digest);
        assertThat(read(LARGAN + "  needs-context: [{name: L, near: [b, a]}]").digest())
                .isEqualTo(read(LARGAN + "  needs-context: [{name: L, near: [a, b]}]")
                        .digest());
    }

    @Test
    void hasASchemaWithEveryKey() throws IOException {
        JsonNode schema = new JsonMapper().readTree(CatalogueFile.schema());

        assertThat(keys(schema.at("/$defs/supplier/properties")))
                .containsExactlyInAnyOrderElementsOf(known("- {id: a, colour: b}"));
        assertThat(keys(schema.at("/$defs/theme/properties")))
                .containsExactlyInAnyOrderElementsOf(known("themes: [{id: a, colour: b}]"));
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /// The keys that the complaint about an unknown one lists.
    private static List<String> known(String yaml) {
        try {
            read(yaml);
            throw new AssertionError("no complaint");
        } catch (CatalogueException e) {
            String told = String.valueOf(e.mistakes().stream()
                    .map(Mistake::what)
                    .filter(what -> what.startsWith("colour"))
                    .findFirst()
                    .orElseThrow());
            return List.of(told.substring(told.indexOf("here: ") + 6).split(", "));
        }
    }

    private static void assertMistake(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(CatalogueException.class)
                .hasMessageContaining(message);
    }

    private static Catalogue read(String yaml) {
        return Catalogue.of(List.of(new CatalogueFile("mine.yaml", false, yaml)));
    }

    private static Catalogue with(String yaml) {
        return Catalogue.with(List.of(new CatalogueFile("mine.yaml", false, yaml)));
    }
}
