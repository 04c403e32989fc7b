package org.supplierscope.analysis.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.PageVerdict;

class InsightTest {

    private static final Insight INSIGHT = new Insight(
            new Article(
                    "00112233445566778899aabbccddeeff",
                    2,
                    "ffeeddccbbaa99887766554433221100",
                    URI.create("https://news.example/2026/lens?from=feed"),
                    URI.create("https://news.example/2026/lens"),
                    "example-news",
                    "Example News",
                    "Largan turns down volume orders",
                    "A. Writer",
                    "2026-03-05T09:30:00+08:00",
                    Instant.parse("2026-03-05T02:00:00Z"),
                    "en",
                    "Example News",
                    "Largan turned down volume orders to stay with \"difficult\" lenses.\n\n大立光專注高階鏡頭。"),
            List.of(
                    new SupplierStance(
                            "largan-precision",
                            "Largan Precision",
                            Stance.PRECISION,
                            0.75,
                            0.9,
                            List.of(new Evidence(
                                    "Largan turned down volume orders to stay with \"difficult\" lenses.",
                                    Stance.PRECISION,
                                    "turned down volume orders"))),
                    new SupplierStance("hoya", "Hoya", Stance.NONE, 0, 0.5, List.of())),
            List.of(new GroupStance(
                    "some lens makers",
                    Stance.BREADTH,
                    List.of(new Evidence("Some lens makers add lines.", Stance.BREADTH, "add lines")))),
            "00112233445566778899aabbccddeeff",
            "rules-1");

    private static GoldenFile<Insight> golden(String name) throws IOException {
        return GoldenFile.of(AnalysisTopics.INSIGHTS, name);
    }

    private static String golden() throws IOException {
        return golden("insight-v1.json").text();
    }

    private static Insight read(String json) {
        return GoldenFile.read(AnalysisTopics.INSIGHTS, json);
    }

    @Test
    void writesAndReadsTheGoldenFileByteForByte() throws IOException {
        golden("insight-v1.json").isWrittenAndReadAs(INSIGHT);
    }

    /// The article's further fields travel inside the insight.
    @Test
    void writesAndReadsTheGoldenFileOfAnArticleWithAVerdict() throws IOException {
        var stub = new Insight(
                INSIGHT.article().withVerdict(PageVerdict.PAYWALL_STUB, "it says \"subscribe\""),
                List.of(),
                List.of(),
                "00112233445566778899aabbccddeeff",
                "rules-1");

        golden("insight-v2.json").isWrittenAndReadAs(stub);
    }

    @Test
    void writesAndReadsTheGoldenFileWithThemesAndProminence() throws IOException {
        var narrows = INSIGHT.suppliers().getFirst();
        var told = new Insight(
                INSIGHT.article(),
                List.of(
                        new SupplierStance(
                                narrows.supplier(),
                                narrows.name(),
                                narrows.stance(),
                                narrows.score(),
                                narrows.confidence(),
                                narrows.evidence(),
                                Prominence.SUBJECT),
                        new SupplierStance("hoya", "Hoya", Stance.NONE, 0, 0.5, List.of(), Prominence.NAMED)),
                INSIGHT.groups(),
                INSIGHT.story(),
                INSIGHT.model(),
                List.of(
                        new NamedTheme("phone-lenses", "Phone lenses"),
                        new NamedTheme("co-packaged-optics", "Co-packaged optics")));

        golden("insight-v3.json").isWrittenAndReadAs(told);
    }

    @Test
    void writesAndReadsTheGoldenFileWithVoices() throws IOException {
        var narrows = INSIGHT.suppliers().getFirst();
        var group = INSIGHT.groups().getFirst();
        var told = new Insight(
                INSIGHT.article(),
                List.of(
                        new SupplierStance(
                                narrows.supplier(),
                                narrows.name(),
                                narrows.stance(),
                                narrows.score(),
                                narrows.confidence(),
                                List.of(said(narrows.evidence().getFirst(), Voice.COMPANY))),
                        INSIGHT.suppliers().getLast()),
                List.of(new GroupStance(
                        group.name(),
                        group.stance(),
                        List.of(said(group.evidence().getFirst(), Voice.UNNAMED)))),
                INSIGHT.story(),
                INSIGHT.model());

        golden("insight-v5.json").isWrittenAndReadAs(told);
    }

    private static Evidence said(Evidence evidence, Voice voice) {
        return new Evidence(evidence.sentence(), evidence.side(), evidence.cue(), voice);
    }

    @Test
    void readsARecordOfBeforeThemesAsOneWithoutAnyThatIsAboutItsSuppliers() throws IOException {
        Insight older = read(golden());

        assertThat(older.themes()).isEmpty();
        assertThat(older.suppliers())
                .allMatch(SupplierStance::about)
                .allMatch(supplier -> supplier.prominence() == null);
    }

    @Test
    void aWordOfProminenceThatALaterVersionMayUseCountsAsAbout() throws IOException {
        String newer = golden("insight-v3.json").text().replace("\"prominence\":\"NAMED\"", "\"prominence\":\"CROWD\"");

        assertThat(read(newer).suppliers()).allMatch(SupplierStance::about);
    }

    @Test
    void writesAndReadsTheGoldenFileOfACopy() throws IOException {
        String first = "0123456789abcdef0123456789abcdef";
        var copy = new Insight(
                INSIGHT.article(), INSIGHT.suppliers(), INSIGHT.groups(), first, INSIGHT.model(), List.of(), first);

        golden("insight-v4.json").isWrittenAndReadAs(copy);
    }

    @Test
    void readsPastFieldsThatItDoesNotKnowAtEveryLevel() throws IOException {
        String newer = golden().replace("{\"article\":{", "{\"mood\":{\"deep\":[1,{}]},\"article\":{\"wordCount\":12,")
                .replace("\"supplier\":\"hoya\"", "\"ticker\":null,\"supplier\":\"hoya\"")
                .replace("\"cue\":\"add lines\"", "\"weight\":0.5,\"cue\":\"add lines\"");

        assertThat(newer).contains("mood", "wordCount", "ticker", "weight");
        assertThat(read(newer)).isEqualTo(INSIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"article", "suppliers", "groups", "story", "model"})
    void refusesAnInsightThatLacksAField(String field) throws IOException {
        String lacking = golden().replace("\"" + field + "\":", "\"no-" + field + "\":");

        assertThatThrownBy(() -> read(lacking)).isInstanceOf(SerializationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{}",
                "[]",
                "17",
                "\"x\"",
                "{\"article\":",
                "{\"article\":{\"revision\":1}}",
                "{\"suppliers\":[null]}",
                "\u0000\uffff"
            })
    void refusesWhatIsNoInsightWithoutTellingItsContent(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("cannot read Insight");
    }

    @Test
    void cannotBeChangedThroughTheListsThatItWasMadeOf() {
        var suppliers = new ArrayList<>(INSIGHT.suppliers());
        var insight = new Insight(INSIGHT.article(), suppliers, List.of(), "story", "rules-1");

        suppliers.clear();

        assertThat(insight.suppliers()).hasSize(2);
        assertThatThrownBy(() -> insight.suppliers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
