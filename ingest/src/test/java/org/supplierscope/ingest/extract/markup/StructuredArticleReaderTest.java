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

        assertThat(article.with(StructuredDetails.NONE))
                .isEqualTo(new StructuredArticle(
                        "Valves & pumps",
                        "2025-03-04",
                        List.of("Ada"),
                        "Courier",
                        "en",
                        "https://n.example/v",
                        "Text."));
        assertThat(article.details().types())
                .containsExactly("WebSite", "Thing", "NewsArticle", "Person", "Organization");
    }

    @Test
    void readsWhatElseIsSaidOfTheArticleAndThePage() {
        StructuredDetails details = read("""
                {"@graph":[{"@type":"http://schema.org/NewsArticle","headline":"Valves","dateModified":"2025-03-05",
                "articleSection":["Works","News"],"keywords":["valves","pumps &amp; pipes"],"wordCount":"812",
                "image":{"@id":"#i"},"thumbnailUrl":"/t.jpg","hasPart":{"isAccessibleForFree":"False"}},
                {"@id":"#i","@type":"ImageObject","url":"/i.jpg"},
                {"@type":"Organization","logo":{"url":"/l.png"}},
                {"@type":"BreadcrumbList","itemListElement":[{"position":2,"name":"Works"},{"position":1,"name":"Home"}]}]}""").details();

        assertThat(details.modified()).isEqualTo("2025-03-05");
        assertThat(details.section()).isEqualTo("Works");
        assertThat(details.keywords()).containsExactly("valves", "pumps & pipes");
        assertThat(details.words()).isEqualTo(812);
        assertThat(details.images()).containsExactly("/i.jpg", "/t.jpg");
        assertThat(details.logos()).containsExactly("/l.png");
        assertThat(details.crumbs()).containsExactly("Home", "Works");
        assertThat(details.paid()).isTrue();
        assertThat(details.types()).contains("NewsArticle");
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
        assertThat(read("{\"@type\":\"Product\",\"name\":\"Pump\"}").with(StructuredDetails.NONE))
                .isEqualTo(StructuredArticle.NONE);
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
