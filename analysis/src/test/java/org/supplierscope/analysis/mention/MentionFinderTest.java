package org.supplierscope.analysis.mention;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.CatalogueFile;

class MentionFinderTest {

    private static final MentionFinder FINDER = MentionFinder.ofSuppliers(Catalogue.shipped());

    @ParameterizedTest
    @MethodSource("names")
    void tellsNamesFromEverydayWords(String text, Set<String> suppliers) {
        Set<String> found = FINDER.find(new FoldedText(text)).stream()
                .map(Mention::supplier)
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(suppliers);
    }

    static List<Object[]> names() throws IOException {
        List<Object[]> cases = new ArrayList<>();
        try (var in = Objects.requireNonNull(MentionFinderTest.class.getResourceAsStream("names.jsonl"))) {
            for (JsonNode each : new JsonMapper()
                    .readerFor(JsonNode.class)
                    .<JsonNode>readValues(in)
                    .readAll()) {
                Set<String> suppliers = new TreeSet<>();
                each.path("suppliers").forEach(id -> suppliers.add(id.asText()));
                cases.add(new Object[] {each.path("text").asText(), suppliers});
            }
        }
        return cases;
    }

    /// Names that also mean something else: both sides, in five languages.
    @ParameterizedTest(name = "{0} in: {1}")
    @MethodSource("traps")
    void isNotTrappedByAmbiguousNames(String expected, String text) {
        String found = FINDER.find(new FoldedText(text)).stream()
                .map(Mention::supplier)
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));

        assertThat(found).isEqualTo(expected.equals("-") ? "" : expected);
    }

    static List<Object[]> traps() throws IOException {
        try (var in = Objects.requireNonNull(MentionFinderTest.class.getResourceAsStream("traps.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains(" | "))
                    .map(line -> new Object[] {
                        Stream.of(line.substring(0, line.indexOf(" | ")).split(" "))
                                .sorted()
                                .collect(Collectors.joining(" ")),
                        line.substring(line.indexOf(" | ") + 3)
                    })
                    .toList();
        }
    }

    @Test
    void knowsAtLeastThreeHundredTraps() throws IOException {
        assertThat(traps()).hasSizeGreaterThanOrEqualTo(300);
    }

    /// A doubtful name over and over must not cost a look at the same words over and over.
    @Test
    void takesTimeInProportionToTheText() {
        String doubtful = "CPO coherent Coherent Tower 全新 ".repeat(20_000);

        assertThat(MentionFinder.ofThemes(Catalogue.shipped()).find(new FoldedText(doubtful)))
                .isEmpty();
        assertThat(FINDER.find(new FoldedText(doubtful))).isNotNull();
    }

    @Test
    void takesLegalFormAndTickerIntoTheMention() {
        String text = "Largan Precision Co., Ltd. (TWSE: 3008) adds lines.";

        List<Mention> mentions = FINDER.find(new FoldedText(text));

        assertThat(mentions).hasSize(1);
        assertThat(text.substring(
                        mentions.getFirst().start(), mentions.getFirst().end()))
                .isEqualTo("Largan Precision Co., Ltd. (TWSE: 3008)");
    }

    @Test
    void readsBothChineseScripts() {
        assertThat(FINDER.find(new FoldedText("扬明光学与亞洲光學")))
                .extracting(Mention::supplier)
                .containsExactly("young-optics", "asia-optical");
    }

    @Test
    void takesASharedNameForTheOneWhoseWordsStandAround() {
        var finder = MentionFinder.ofSuppliers(Catalogue.of(List.of(new CatalogueFile("mine.yaml", false, """
                - id: elm-optics
                  name: Elm Optics
                  country: Taiwan
                  role: lenses
                  needs-context: [{name: Elmwood, near: [lens]}]
                - id: elm-batteries
                  name: Elm Batteries
                  country: Korea
                  role: batteries
                  needs-context: [{name: Elmwood, near: [battery]}]
                """))));

        assertThat(finder.find(new FoldedText("A second lens plant of Elmwood opens.")))
                .extracting(Mention::supplier)
                .containsExactly("elm-optics");
        assertThat(finder.find(new FoldedText("A second battery plant of Elmwood opens.")))
                .extracting(Mention::supplier)
                .containsExactly("elm-batteries");
    }

    @Test
    void findsNamesThatBeginWithALetterOfAnyScript() {
        var finder = MentionFinder.ofSuppliers(Catalogue.of(List.of(new CatalogueFile("mine.yaml", false, """
                - {id: elm, name: Elm, country: Korea, role: lenses, names: [느릅광학, にれ光学, 𠮷楡光学, Вязоптика]}
                """))));

        assertThat(finder.find(new FoldedText("느릅광학은 렌즈를, にれ光学が鏡を, 𠮷楡光学, Вязоптика.")))
                .hasSize(4);
    }

    @Test
    void survivesAnyCharacters() {
        String hostile = "\uD800Largan\uDC00 ( (( 3008. $ \u0000 TWSE: " + "Coherent (".repeat(200);

        assertThat(FINDER.find(new FoldedText(hostile))).isNotNull();
        assertThat(FINDER.find(new FoldedText(""))).isEmpty();
    }
}
