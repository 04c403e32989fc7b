package org.supplierscope.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.CatalogueFile;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.PageVerdict;

class RefusedAndReadAgainTest extends DrivenTopology {

    private void isReadAgain(Article article) {
        again.pipeInput(article.id().getBytes(UTF_8), json(article));
    }

    /// A reader that knows one more supplier.
    private static StanceReader readerOfBirch() {
        return new StanceReader(Catalogue.with(List.of(new CatalogueFile("mine.yaml", false, """
                - id: birch-optics
                  name: Birch Optics
                  country: Taiwan
                  role: lenses
                  names: [Birch Optics]
                """))));
    }

    @Test
    void readsAnArticleOnceMoreWithTheCatalogueOfTheMomentAndKeepsItsStory() {
        arrives(article(1, 1, "Largan ships samples", REPORT));
        Article copy = article(2, 1, "Largan ships samples, Birch Optics waits", REPORT);
        arrives(copy);
        insights.readValuesToList();

        reader = readerOfBirch();
        isReadAgain(copy);

        Insight replaced = insights.readValue();
        assertThat(insights.isEmpty()).isTrue();
        assertThat(replaced.article()).isEqualTo(copy);
        assertThat(replaced.story()).isEqualTo(id(1));
        assertThat(replaced.model()).isEqualTo(reader.model()).isNotEqualTo(READER.model());
        assertThat(replaced.suppliers()).extracting(SupplierStance::supplier).contains("birch-optics");
    }

    @Test
    void passesOverWhatHasChangedOrGoneSinceItWasPutUpForReadingAgain() {
        Article first = article(1, 1, "Largan ships samples", REPORT);
        Article gone = article(2, 1, "Largan ships samples", REPORT);
        arrives(first);
        arrives(article(1, 2, "Largan ships many samples", REPORT));
        arrives(gone);
        articles.pipeInput(record(gone.id().getBytes(UTF_8), null));
        insights.readValuesToList();

        isReadAgain(first);
        isReadAgain(gone);
        again.pipeInput("no id".getBytes(UTF_8), "no article".getBytes(UTF_8));

        assertThat(insights.isEmpty()).isTrue();
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void readsAgainWhatItDoesNotRemember() {
        isReadAgain(article(7, 3, "Largan ships samples", REPORT));

        assertThat(insights.readValue().article().revision()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void buriesARecordThatIsNoArticleAndLetsItsNeighboursThrough(int place) {
        byte[] bad = {0, 1, 2, (byte) 0xff};
        List<TestRecord<byte[], byte[]>> batch = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            Article article = article(number, 1, "Title", "Text of article " + number);
            batch.add(record(article.id().getBytes(UTF_8), json(article)));
        }
        batch.add(place, record(id(9).getBytes(UTF_8), bad));

        articles.pipeRecordList(batch);

        assertThat(insights.readKeyValuesToList())
                .extracting(published -> published.key)
                .containsExactly(id(1), id(2));
        TestRecord<byte[], byte[]> letter = dead.readRecord();
        assertThat(letter.key()).isEqualTo(id(9).getBytes(UTF_8));
        assertThat(letter.value()).isEqualTo(bad);
        assertThat(header(letter, "reason")).startsWith("cannot read Article");
        assertThat(header(letter, "stage")).isEqualTo("analysis");
        assertThat(header(letter, "origin")).isEqualTo("articles.v1-0@" + place);
        assertThat(dead.isEmpty()).isTrue();
    }

    @Test
    void buriesJsonThatIsNoArticle() {
        String[] none = {
            "", "{}", "null", "[]", "{\"revision\":1}", "{\"revision\":0}", "{\"id\":\"" + id(9) + "\",\"revision\":1}"
        };

        for (String json : none) {
            articles.pipeInput(id(9).getBytes(UTF_8), json.getBytes(UTF_8));
        }
        arrives(article(1, 1, "Title", "Text"));

        assertThat(dead.readValuesToList())
                .extracting(value -> new String(value, UTF_8))
                .containsExactly(none);
        assertThat(insights.readKeyValuesToList()).hasSize(1);
    }

    @Test
    void buriesAnArticleThatLacksAField() {
        Article article = article(9, 1, "Title", "Text");
        String whole = new String(json(article), UTF_8);
        for (String field : new String[] {
            "fingerprint", "url", "canonicalUrl", "sourceId", "source", "title", "seen", "text", "revision"
        }) {
            String lacking = whole.replace("\"" + field + "\":", "\"no-" + field + "\":");

            articles.pipeInput(article.id().getBytes(UTF_8), lacking.getBytes(UTF_8));

            assertThat(header(dead.readRecord(), "reason")).as(field).isNotBlank();
        }
        assertThat(insights.isEmpty()).isTrue();
    }

    @Test
    void buriesAnArticleWhoseKeyIsNotItsIdSinceItsAnswerWouldGoAstray() {
        Article article = article(9, 1, "Title", "Text");

        articles.pipeInput(record(null, json(article)));
        articles.pipeInput(record(id(8).getBytes(UTF_8), json(article)));
        articles.pipeInput(record(new byte[] {(byte) 0xc3}, json(article)));

        List<TestRecord<byte[], byte[]>> letters = dead.readRecordsToList();
        assertThat(letters).hasSize(3).allSatisfy(letter -> {
            assertThat(letter.value()).isEqualTo(json(article));
            assertThat(header(letter, "reason")).contains("key");
        });
        assertThat(letters.get(0).key()).isNull();
        assertThat(letters.get(2).key()).containsExactly(0xc3);
        assertThat(insights.isEmpty()).isTrue();
    }

    @Test
    void readsAnArticleAsLongAsThePageItCameFrom() {
        String text = "Largan ships lenses to phone makers. ".repeat(100_000);

        arrives(article(1, 1, "Long", text));

        assertThat(insights.readValue().article().text()).hasSameSizeAs(text);
    }

    /// Row K1 of the reliability list: no topic would take it, and the stage would try for ever.
    @Test
    void buriesAnArticleThatWouldFitNoInsight() {
        String text = "Lenses are sold to phone makers. ".repeat(300_000);
        Article article = article(1, 1, "Long", text).withVerdict(PageVerdict.NOT_AN_ARTICLE, "a list");

        arrives(article);
        arrives(article(2, 1, "Title", "Text"));

        TestRecord<byte[], byte[]> letter = dead.readRecord();
        assertThat(header(letter, "reason")).contains("larger than");
        assertThat(header(letter, "left-out")).isEqualTo(Integer.toString(json(article).length + 32));
        assertThat(letter.key()).isEqualTo(id(1).getBytes(UTF_8));
        assertThat(letter.value()).isNull();
        assertThat(insights.readKeyValuesToList()).extracting(each -> each.key).containsExactly(id(2));
    }
}
