package org.supplierscope.ingest.extract.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StructuredArticleReaderTest {

    private static StructuredArticle read(String... scripts) {
        return StructuredArticleReader.read(List.of(scripts));
    }

    @Test
    void readsTheArticleWhereverItIsNested() {
        StructuredArticle article = read("""
                {"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Works"},
                {"@type":["Thing","NewsArticle"],"headline":"Valves &amp;amp; pumps","datePublished":"2025-03-04",
                "author":{"@id":"#ada"},"publisher":{"@type":"Organization","name":"Courier"},"inLanguage":"en",
                "url":"https://n.example/v","articleBody":"Text."},
                {"@id":"#ada","@type":"Person","name":"Ada"}]}""");

        assertThat(article)
                .isEqualTo(new StructuredArticle(
                        "Valves & pumps",
                        "2025-03-04",
                        List.of("Ada"),
                        "Courier",
                        "en",
                        "https://n.example/v",
                        "Text."));
    }

    @Test
    void takesTheArticleThatSaysMost() {
        StructuredArticle article = read(
                "{\"@type\":\"WebPage\",\"name\":\"Page\"}",
                "{\"@type\":\"Article\",\"headline\":\"Valves\",\"datePublished\":\"2025-03-04\"}");

        assertThat(article.headline()).isEqualTo("Valves");
    }

    @Test
    void leavesTypesThatAreNoArticle() {
        assertThat(read("{\"@type\":\"Product\",\"name\":\"Pump\"}")).isEqualTo(StructuredArticle.NONE);
    }

    @Test
    void readsCarelessJson() {
        assertThat(read("//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"Two\nlines\",\"x\":\"\\'\",}\n//]]>")
                        .headline())
                .isEqualTo("Two\nlines");
        assertThat(read("{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Valves&quot;}")
                        .headline())
                .isEqualTo("Valves");
    }

    @Test
    void minesPlainFieldsOutOfBrokenJson() {
        StructuredArticle article =
                read("{\"@type\":\"Article\",\"description\":\"the \"big\" one\",\"headline\":\"Valves\",\n"
                        + "\"datePublished\" : \"2025-03-04\"");

        assertThat(article.headline()).isEqualTo("Valves");
        assertThat(article.published()).isEqualTo("2025-03-04");
    }

    @Test
    void namesEachAuthorOnce() {
        assertThat(read("{\"@type\":\"Article\",\"author\":[{\"name\":\"Ada\"},{\"name\":[\"Ada\",\"Bea\"]},\"Cid\"]}")
                        .authors())
                .containsExactly("Ada", "Bea", "Cid");
    }
}
