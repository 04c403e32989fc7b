package org.supplierscope.analysis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What slips into files that people edit, and what somebody may put there on purpose.
class CatalogueSlipsTest {

    private static final String BIRCH = """
            - id: birch-optics
              name: Birch Optics
              country: Taiwan
              role: lenses
              names: [Birch Optics]
            """;

    private static final String OAK = BIRCH.replace("birch", "oak").replace("Birch", "Oak");

    @TempDir
    private Path temp;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'A'                | 'A' is too short to be trusted wherever it stands; put it under needs-context",
                "光                 | '光' is too short to be trusted wherever it stands",
                "2024               | '2024' is a number, which would be found in every table; write a stock code",
                "'   '              | a text is expected",
                "~                  | a text is expected",
                "'.*'               | '.*' begins with neither a letter nor a digit, so it would never be found",
                "'(a+)+$'           | '(a+)+$' begins with neither a letter nor a digit",
                "Bir\u0441h Optics  | has Latin and Cyrillic letters in one word",
                "\"Birch\\u200f Oy\" | 'Birch\ufffd Oy' holds a character that cannot be seen, U+200F (RIGHT-TO-LEFT MARK),"
                        + " behind 'Birch'; delete it",
                "\"\\u202eBirch\"    | U+202E (RIGHT-TO-LEFT OVERRIDE), at its beginning; delete it",
                "\"Birch\\e[2J\"     | 'Birch\ufffd[2J' holds a character that cannot be seen, U+001B (ESCAPE)",
            })
    void refusesNamesThatWouldBeFoundNowhereOrEverywhere(String name, String message) {
        assertMistake(BIRCH.replace("[Birch Optics]", "[" + name + "]"), "mine.yaml, line 5: names: ", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A+ Glass (Taiwan)", "3M", "삼성전자", "りそな光学", "µLens", "光", "7", "\uD842\uDFB7野光"})
    void takesNamesOfAnyScriptAndShortOnesThatNeedContext(String name) {
        String key = name.length() == 1 ? "needs-context" : "names";

        Catalogue catalogue = read(BIRCH.replace("names: [Birch Optics]", key + ": ['" + name + "']"));

        assertThat(catalogue.suppliers().getFirst().names())
                .extracting(KnownName::text)
                .containsExactly(name);
    }

    @Test
    void readsTextsOfSeveralLinesAsOne() {
        Catalogue catalogue = read(BIRCH.replace("role: lenses", "role: |\n    lenses \u3000 and\n    mirrors"));

        assertThat(catalogue.suppliers().getFirst().role()).isEqualTo("lenses and mirrors");
    }

    @Test
    void tellsSuppliersOfOneNameApartWhateverItsForm() {
        assertMistake(
                BIRCH + OAK.replace("[Oak Optics]", "[Ｂｉｒｃｈ-Optics]"),
                "mine.yaml, line 10: names: Ｂｉｒｃｈ-Optics is also a name of birch-optics (mine.yaml, line 5)");
        assertMistake(
                BIRCH.replace("[Birch Optics]", "[樺樹光電]") + OAK.replace("[Oak Optics]", "[桦树光电]"),
                "mine.yaml, line 10: names: 桦树光电 is also a name of birch-optics");
        assertMistake(
                BIRCH.replace("names: [Birch Optics]", "needs-context: [Elm]") + OAK.replace("[Oak Optics]", "[Elm]"),
                "names: Elm is also a name of birch-optics",
                "move both to needs-context");
        assertThat(read((BIRCH + OAK).replaceAll("names: .*", "needs-context: [Elm]"))
                        .suppliers())
                .hasSize(2);
    }

    @Test
    void asksForAMendInTheOperatorsFileAndNotInWhatIsShipped() {
        assertThatThrownBy(() -> with("- {id: largan-precision, names: [Lumentum]}"))
                .hasMessageStartingWith("mine.yaml, line 1: names: Lumentum is also a name of lumentum"
                        + " (shipped/suppliers.yaml, line ");
        assertThatThrownBy(() -> with("- {id: largan-precision, tickers: [3406.TW]}"))
                .hasMessageStartingWith("mine.yaml, line 1: tickers: 3406.TW is also a ticker of"
                        + " genius-electronic-optical (shipped/suppliers.yaml, line ");
    }

    @Test
    void leavesSuppliersWithoutAParentThatWasTakenAway() {
        Catalogue catalogue = with("- {id: yageo, removed: true}");

        assertThat(catalogue.supplier("kemet").orElseThrow().parent()).isNull();
        assertThatThrownBy(() -> with("- {id: yageo, removed: true}\n- {id: largan-precision, parent: yageo}"))
                .hasMessage("mine.yaml, line 2: parent: yageo is no id of a supplier; add it, or leave the parent out");
    }

    @Test
    void refusesCirclesOfParents() {
        assertMistake(
                BIRCH + "  parent: birch-optics\n",
                "mine.yaml, line 6: parent: birch-optics would be its own parent (birch-optics)");
        assertMistake(
                BIRCH + "  parent: oak-optics\n" + OAK + "  parent: birch-optics\n",
                "mine.yaml, line 6: parent: birch-optics would be its own parent (birch-optics of oak-optics);"
                        + " leave one of the parents out");
        assertThatThrownBy(() -> with("- {id: yageo, parent: kemet}"))
                .hasMessageStartingWith("mine.yaml, line 1: parent: ");
    }

    @Test
    void readsNoReferencesSoThatASmallFileStaysSmall() {
        String bomb = IntStream.range(1, 9)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(9) + "]\n")
                .collect(Collectors.joining());

        assertMistake("a0: &a0 [x]\n" + bomb, "mine.yaml, line 2: *a0: a reference to another place");
        assertMistake("&a [*a]", "mine.yaml, line 1: *a: a reference");
        assertMistake(BIRCH + "  names: *nowhere\n", "mine.yaml, line 6: *nowhere: a reference");
        assertThat(read(BIRCH.replace("role: lenses", "role: '*lenses*'")).suppliers())
                .hasSize(1);
    }

    @Test
    void saysInWordsWhatIsNotYaml() {
        assertMistake(BIRCH + "\tparent: x\n", "mine.yaml, line 6: not YAML here: ", "lines are indented by spaces");
        assertMistake(
                BIRCH.replace("role: lenses", "role: lenses: small"),
                "mine.yaml, line 4: not YAML here: mapping values are not allowed here",
                "needs quotes");
        assertMistake(BIRCH + "---\n" + OAK, "mine.yaml, line 6: a second document begins here; take out");
        assertMistake(
                BIRCH.replace("Taiwan", "Tai\0wan"),
                "mine.yaml, line 3: holds a character that is no text (U+0000); save the file as text in UTF-8");
        assertMistake(BIRCH.substring(0, BIRCH.length() - 8), "mine.yaml, line 5: not YAML here: ");
    }

    @Test
    void quotesNoMoreThanALineAndNothingThatMovesACursor() {
        assertMistake(BIRCH.replace("birch-optics", "a-".repeat(300)), "'" + "a-".repeat(30) + "…' is not a slug");
        assertThatThrownBy(() -> read(BIRCH + "  " + "x".repeat(900) + ": 1\n  \"\\e[2Jy\": 2\n"))
                .satisfies(problem ->
                        assertThat(problem.getMessage()).hasSizeLessThan(700).doesNotContain("\u001b"));
    }

    @Test
    void tellsTheFirstOfManyMistakes() {
        assertThatThrownBy(() -> read("- 1\n".repeat(100_000)))
                .isInstanceOfSatisfying(
                        CatalogueException.class,
                        problem -> assertThat(problem.mistakes()).hasSize(200));
    }

    @Test
    void readsMarksOfByteOrderAndEndsOfLinesOfAnySystem() throws Exception {
        for (String end : List.of("\n", "\r\n", "\r")) {
            Path file = file("\ufeff" + (BIRCH + "  colour: white\n").replace("\n", end), StandardCharsets.UTF_8);

            assertThatThrownBy(() -> Catalogue.reading(List.of(file)))
                    .hasMessageStartingWith(file + ", line 6: colour: unknown key");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "UTF-16", "Big5"})
    void saysFromWhichLineAFileIsNotUtf8(String charset) throws Exception {
        String country = charset.equals("Big5") ? "臺灣" : "Österreich";
        Path file = file(BIRCH.replace("Taiwan", country), Charset.forName(charset));

        assertThatThrownBy(() -> Catalogue.reading(List.of(file)))
                .hasMessage(file + ", line " + (charset.equals("UTF-16") ? 1 : 3)
                        + ": is not UTF-8 from here on; open it in its own encoding and save it as UTF-8");
    }

    @Test
    void refusesFilesThatAreTooLargeAndTellsTheMistakesOfTheOthers() throws Exception {
        Path large = file("#".repeat(2 * 1024 * 1024 + 1), StandardCharsets.UTF_8);
        Path other = Files.writeString(temp.resolve("other.yaml"), BIRCH + "  colour: white\n");

        assertThatThrownBy(() -> Catalogue.reading(List.of(large, other)))
                .hasMessageContaining(large + ": is larger than 2 MiB; split it into several files")
                .hasMessageContaining(other + ", line 6: colour: unknown key");
    }

    private Path file(String text, Charset charset) throws IOException {
        return Files.write(temp.resolve("mine.yaml"), text.getBytes(charset));
    }

    private static void assertMistake(String yaml, String... parts) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(CatalogueException.class)
                .message()
                .contains(parts);
    }

    private static Catalogue read(String yaml) {
        return Catalogue.of(List.of(new CatalogueFile("mine.yaml", false, yaml)));
    }

    private static Catalogue with(String yaml) {
        return Catalogue.with(List.of(new CatalogueFile("mine.yaml", false, yaml)));
    }
}
