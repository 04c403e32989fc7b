package org.supplierscope.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.PageSurveyor;
import org.supplierscope.ingest.extract.markup.StructuredArticleReader;

class ImageChoiceTest {

    private static final URI PAGE = URI.create("https://news.example/2025/valves");

    private static @Nullable Found<URI> choose(String html) {
        PageSurvey survey = PageSurveyor.survey(PageParser.parse(html, PAGE));
        return ImageChoice.choose(survey, StructuredArticleReader.read(survey.structured()), PAGE);
    }

    private static String og(String address) {
        return "<meta property='og:image' content='" + address + "'>";
    }

    @Test
    void asksItsSourcesInOrder() {
        String linked = "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Valves\","
                + "\"image\":[{\"@type\":\"ImageObject\",\"url\":\"https://i.example/two.jpg\"}],"
                + "\"publisher\":{\"name\":\"N\",\"logo\":{\"url\":\"https://i.example/mark.png\"}}}</script>";
        String twitter = "<meta name='twitter:image' content='/three.jpg'>";
        String shown = "<article><figure><img src=data:, data-src='four.jpg' width=640></figure></article>";

        assertThat(choose(shown + twitter + linked + og("/one.jpg")))
                .isEqualTo(new Found<>(URI.create("https://news.example/one.jpg"), Origin.OPENGRAPH));
        assertThat(choose(shown + twitter + linked))
                .isEqualTo(new Found<>(URI.create("https://i.example/two.jpg"), Origin.JSON_LD));
        assertThat(choose(shown + twitter))
                .isEqualTo(new Found<>(URI.create("https://news.example/three.jpg"), Origin.OPENGRAPH));
        assertThat(choose(shown)).isEqualTo(new Found<>(URI.create("https://news.example/2025/four.jpg"), Origin.HTML));
        assertThat(choose(linked + og("https://i.example/mark.png")))
                .as("the publisher's own mark")
                .isEqualTo(new Found<>(URI.create("https://i.example/two.jpg"), Origin.JSON_LD));
    }

    // P7: a counting pixel is no image. P6: nor is a script.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/img/logo.png",
                "/img/site-logo-1200x630.png",
                "/placeholder.jpg",
                "/assets/default-image.jpg",
                "/t/pixel.gif?id=4711",
                "/px/1x1.gif",
                "/mark.svg",
                "javascript:alert(1)",
                "data:image/png;base64,AAAA",
                "ftp://i.example/a.jpg",
                "https://user:word@i.example/a.jpg",
                "https://i.example/",
                ""
            })
    void passesOverWhatIsNoPictureOfTheStory(String address) {
        assertThat(choose(og(address))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/default/2025/valve.jpg", "/intel-logo-at-the-new-plant-gate.jpg", "/image?id=12"})
    void takesPicturesThatOnlySoundLikeMarks(String address) {
        assertThat(choose(og(address))).isNotNull();
    }

    @Test
    void passesOverWhatIsDeclaredTooSmall() {
        assertThat(choose(og("/a.jpg") + "<meta property='og:image:width' content='64'>"))
                .isNull();
        assertThat(choose("<article><img src=/a.jpg width=40></article>")).isNull();
        assertThat(choose("<aside><img src=/a.jpg width=800></aside>")).isNull();
    }
}
