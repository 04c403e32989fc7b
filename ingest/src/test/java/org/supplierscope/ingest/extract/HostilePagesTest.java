package org.supplierscope.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// Pages made to break parsers: each must be survived within about a second a megabyte, most in far less.
class HostilePagesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ExtractedArticle extract(byte[] body) {
        return Assertions.assertTimeoutPreemptively(
                PATIENCE, () -> new ArticleExtractor().extract(new PageSource(null, null, body)));
    }

    private static ExtractedArticle extract(String html) {
        return extract(html.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void survivesAHundredThousandNestedElementsAndReadsTheirText() {
        ExtractedArticle article =
                extract("<body>" + "<div>".repeat(100_000) + Prose.paragraphs(1, 3) + "</div>".repeat(100_000));

        assertThat(article.text()).isEqualTo(Prose.text(1, 3));
    }

    @Test
    void survivesNestedInlineListAndTableElements() {
        for (String tag :
                new String[] {"<b>", "<ul><li>", "<table><tr><td>", "<a href=x>", "<blockquote>", "<span class=ad>"}) {
            assertThat(extract(tag.repeat(50_000) + Prose.paragraphs(1, 2)).text())
                    .contains("Paragraph 1");
        }
    }

    @Test
    void survivesAMillionAttributesOnOneElementAndOnMany() {
        var many = new StringBuilder("<body><div ");
        for (int i = 0; i < 1_000_000; i++) {
            many.append('a').append(i).append("=1 ");
        }
        many.append('>').append(Prose.paragraphs(1, 3));
        many.append("</div>").append("<i class='x y' id=z data-a=1 data-b=2></i>".repeat(200_000));

        assertThat(extract(many.toString()).text()).isEqualTo(Prose.text(1, 3));
    }

    @Test
    void survivesFiftyMegabytesOfOneTextNode() {
        ExtractedArticle article = extract("<p>" + "spindle ".repeat(50 * 1024 * 1024 / 8));

        assertThat(article.text()).startsWith("spindle spindle");
    }

    @Test
    void survivesAMillionLinesAndLinks() {
        assertThat(extract("<br>".repeat(150_000) + Prose.paragraphs(1, 3)).text())
                .isEqualTo(Prose.text(1, 3));
        assertThat(extract(Prose.paragraphs(1, 3) + "<br>".repeat(1_000_000)).text())
                .isEqualTo(Prose.text(1, 3));
        assertThat(extract(Prose.paragraphs(1, 3) + "<li class=x><a href=/y>Some other story</a>".repeat(200_000))
                        .text())
                .isEqualTo(Prose.text(1, 3));
    }

    @Test
    void survivesTimesHeadingsAndAuthorsInMasses() {
        String html = "<h1>Spindles</h1><time>2</time><a rel=author>Nobody</a><p class=author>".repeat(100_000);

        assertThat(extract(html).title()).isEqualTo("Spindles");
    }

    @Test
    void survivesBrokenAndDeepAndHugeStructuredData() {
        String[] scripts = {
            "{",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "{\"@type\":\"NewsArticle\",\"headline\":\"",
            "[" + "{\"@type\":\"Article\"},".repeat(100_000) + "{}]",
            "\u0000",
            "{\"@graph\":[null,1,\"x\",[[]]]}",
            "{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"},\"@id\":\"#a\"}"
        };
        for (String script : scripts) {
            assertThat(extract("<script type=application/ld+json>" + script + "</script>" + Prose.paragraphs(1, 3))
                            .text())
                    .isEqualTo(Prose.text(1, 3));
        }
    }

    // P3
    @ParameterizedTest
    @FieldSource("org.supplierscope.ingest.extract.HostileShapes#ALL")
    void findsTheArticleBesideEveryShapeOfHostileMarkup(String shape) {
        ExtractedArticle article =
                extract("<h1>Spindles</h1>" + Prose.paragraphs(1, 3) + HostileShapes.filling(shape, 2_000_000));

        assertThat(article.title()).isEqualTo("Spindles");
        assertThat(article.text()).contains(Prose.paragraph(1));
    }

    @Test
    void readsAroundNulCharacters() {
        assertThat(extract("<p>" + Prose.paragraph(1).replace(" ", "\0 ") + "</p>")
                        .text())
                .isEqualTo(Prose.paragraph(1));
    }

    @Test
    void survivesLongLinesForEveryPattern() {
        String[] runs = {"1 ", "12", "a ", "- ", "/", " | ", "2025", "民國", "\u00a0", "(", "jan "};
        for (String run : runs) {
            String text = run.repeat(100_000);
            String html = "<title>" + text + "</title><meta name=author content='" + text
                    + "'><meta name=date content='" + text + "'><h1>" + text + "</h1><time datetime='" + text + "'>"
                    + text + "</time><p>" + text;

            assertThat(extract(html)).isNotNull();
        }
    }

    @Test
    void survivesRandomBytesAndRandomMarkup() {
        var random = new Random(20250304);
        String[] scraps = {
            "<",
            ">",
            "<p>",
            "</p>",
            "<div class='",
            "'>",
            "<table>",
            "<td>",
            "<a href=",
            "<br>",
            "<!--",
            "-->",
            "<![CDATA[",
            "<h1>",
            "&amp;",
            "&#0;",
            "<svg>",
            "<math>",
            "<template>",
            "<script>",
            "</script>",
            "<title>",
            "text ",
            "<form>",
            "<select>",
            "<frameset>",
            "<body>",
            "</html>",
            "<li>",
            "<time datetime=2025-13-45>",
            "<meta name=date content=99/99/9999>"
        };
        for (int round = 0; round < 300; round++) {
            byte[] bytes = new byte[random.nextInt(4000)];
            random.nextBytes(bytes);
            var markup = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                markup.append(scraps[random.nextInt(scraps.length)]);
            }

            assertThat(extract(bytes)).isNotNull();
            assertThat(extract(markup.toString())).isNotNull();
        }
    }
}
