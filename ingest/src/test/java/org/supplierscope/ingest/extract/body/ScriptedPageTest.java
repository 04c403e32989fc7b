package org.supplierscope.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.extract.Prose;

/// Pages that draw their article by script, out of a state that they bring along.
class ScriptedPageTest {

    private static String read(String body) {
        return BodyReader.of(Jsoup.parse("<body>" + body + "</body>")).text("A title of its own", null, "");
    }

    private static String json(int from, int to) {
        return Prose.paragraphs(from, to).replace("/", "\\/").replace("\n", "\\n");
    }

    private static String pieces(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> "{\"type\":\"text\",\"data\":{\"text\":\"" + Prose.paragraph(number) + "\"}}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script id=state type='application/json'>%s</script>", "<script>window.__STATE__ = %s;</script>"
            })
    void areReadFromTheirState(String script) {
        String[] states = {
            "{\"props\":{\"article\":{\"title\":\"A title\",\"bodyHtml\":\"" + json(1, 5) + "\"}}}",
            "{\"a\":{\"content\":\"" + Prose.text(1, 5).replace("\n", "\\n") + "\",\"teaser\":{\"text\":\"Short.\"}}}",
            "{\"a\":{\"content_elements\":" + pieces(1, 5) + "}}",
            "{\"a\":{\"body\":\"" + json(1, 5) + "\",\"blocks\":" + pieces(1, 5) + "}}"
        };
        for (String state : states) {
            assertThat(read("<div id=root></div>" + script.formatted(state)))
                    .as(state)
                    .isEqualTo(Prose.text(1, 5));
        }
    }

    @Test
    void areReadOnFromTheBeginningThatTheyShow() {
        String state = "<script type='application/json'>{\"body\":\"" + json(1, 6) + "\"}</script>";

        assertThat(read(Prose.paragraphs(1, 1) + state)).isEqualTo(Prose.text(1, 6));
        assertThat(read(Prose.paragraphs(9, 9) + state)).as("another text").isEqualTo(Prose.text(9, 9));
        assertThat(read(Prose.paragraphs(1, 3) + state)).as("enough to judge").isEqualTo(Prose.text(1, 3));
    }

    @Test
    void giveNothingWhereTheirStateHoldsSeveralTexts() {
        String list = "{\"items\":[{\"body\":\"" + json(1, 5) + "\"},{\"body\":\"" + json(11, 15) + "\"}]}";

        assertThat(read("<script type='application/json'>" + list + "</script>"))
                .isEmpty();
    }

    @Test
    void giveNoStyleSheetNoProgramAndNothingOfBrokenState() {
        String program = "function go(a){return a.b;} ".repeat(60);
        String style = ".card{margin:0 auto;padding:1px} ".repeat(60);

        assertThat(read("<script type='application/json'>{\"html\":\"" + style + "\",\"text\":\"" + program
                        + "\"}</script>"))
                .isEmpty();
        assertThat(read("<script type='application/json'>{\"body\":\"" + json(1, 5) + "</script>"))
                .isEmpty();
        assertThat(read("<script type='application/json'>" + "{\"body\":[".repeat(50_000) + "</script>"))
                .isEmpty();
    }
}
