package org.supplierscope.analysis.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

    private static byte[] golden() throws IOException {
        return golden("insight-v1.json");
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = InsightTest.class.getResourceAsStream("/golden/analysis/" + name)) {
            return Objects.requireNonNull(in, "the golden file travels in the jar")
                    .readAllBytes();
        }
    }

    private static Insight read(String json) {
        return AnalysisTopics.INSIGHTS.value().deserializer().deserialize("insights.v1", json.getBytes(UTF_8));
    }

    @Test
    void writesTheGoldenFileByteForByte() throws IOException {
        byte[] written = AnalysisTopics.INSIGHTS.value().serializer().serialize("insights.v1", INSIGHT);

        assertThat(new String(written, UTF_8)).isEqualTo(new String(golden(), UTF_8));
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
        String golden = new String(golden("insight-v2.json"), UTF_8);

        assertThat(new String(AnalysisTopics.INSIGHTS.value().serializer().serialize("insights.v1", stub), UTF_8))
                .isEqualTo(golden);
        assertThat(read(golden)).isEqualTo(stub);
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
        String golden = new String(golden("insight-v3.json"), UTF_8);

        assertThat(new String(AnalysisTopics.INSIGHTS.value().serializer().serialize("insights.v1", told), UTF_8))
                .isEqualTo(golden);
        assertThat(read(golden)).isEqualTo(told);
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
        String golden = new String(golden("insight-v5.json"), UTF_8);

        assertThat(new String(AnalysisTopics.INSIGHTS.value().serializer().serialize("insights.v1", told), UTF_8))
                .isEqualTo(golden);
        assertThat(read(golden)).isEqualTo(told);
    }

    private static Evidence said(Evidence evidence, Voice voice) {
        return new Evidence(evidence.sentence(), evidence.side(), evidence.cue(), voice);
    }

    @Test
    void readsARecordOfBeforeThemesAsOneWithoutAnyThatIsAboutItsSuppliers() throws IOException {
        Insight older = read(new String(golden(), UTF_8));

        assertThat(older.themes()).isEmpty();
        assertThat(older.suppliers())
                .allMatch(SupplierStance::about)
                .allMatch(supplier -> supplier.prominence() == null);
    }

    @Test
    void aWordOfProminenceThatALaterVersionMayUseCountsAsAbout() throws IOException {
        String newer = new String(golden("insight-v3.json"), UTF_8)
                .replace("\"prominence\":\"NAMED\"", "\"prominence\":\"CROWD\"");

        assertThat(read(newer).suppliers()).allMatch(SupplierStance::about);
    }

    @Test
    void writesAndReadsTheGoldenFileOfACopy() throws IOException {
        String first = "0123456789abcdef0123456789abcdef";
        var copy = new Insight(
                INSIGHT.article(), INSIGHT.suppliers(), INSIGHT.groups(), first, INSIGHT.model(), List.of(), first);
        String golden = new String(golden("insight-v4.json"), UTF_8);

        assertThat(new String(AnalysisTopics.INSIGHTS.value().serializer().serialize("insights.v1", copy), UTF_8))
                .isEqualTo(golden);
        assertThat(read(golden)).isEqualTo(copy);
    }

    @Test
    void readsTheGoldenFile() throws IOException {
        assertThat(read(new String(golden(), UTF_8))).isEqualTo(INSIGHT);
    }

    @Test
    void readsPastFieldsThatItDoesNotKnowAtEveryLevel() throws IOException {
        String newer = new String(golden(), UTF_8)
                .replace("{\"article\":{", "{\"mood\":{\"deep\":[1,{}]},\"article\":{\"wordCount\":12,")
                .replace("\"supplier\":\"hoya\"", "\"ticker\":null,\"supplier\":\"hoya\"")
                .replace("\"cue\":\"add lines\"", "\"weight\":0.5,\"cue\":\"add lines\"");

        assertThat(newer).contains("mood", "wordCount", "ticker", "weight");
        assertThat(read(newer)).isEqualTo(INSIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"article", "suppliers", "groups", "story", "model"})
    void refusesAnInsightThatLacksAField(String field) throws IOException {
        String lacking = new String(golden(), UTF_8).replace("\"" + field + "\":", "\"no-" + field + "\":");

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
