package org.supplierscope.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.extract.Prose;

class ReaderThreadsTest {

    private static String read(String html) {
        return BodyReader.of(Jsoup.parse(html)).text("A title of its own", null, "");
    }

    private static String thread(String reply, int number) {
        return "<div class='x7f q1'><b>Reader " + number + "</b><span>3 h</span><p>" + Prose.paragraph(100 + number)
                + "</p>" + reply + "</div>";
    }

    private static String threads(String reply, int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj(number -> thread(reply, number))
                .collect(Collectors.joining("", "<div class=z9>", "</div>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='#r'>Reply</a>",
                "<div>Like · Reply · 12</div>",
                "<button>Reply</button>",
                "<button><span>Antworten</span></button>",
                "<p>Répondre</p>",
                "<p>Responder</p>",
                "<p>Ответить</p>",
                "<p>返信する</p>",
                "<p>回复</p>",
                "<p>답글</p>"
            })
    void leavesOutWhatReadersWroteThoughNoNameSaysSo(String reply) {
        String html = "<main><h1>A title of its own</h1><div class=k3>" + Prose.paragraphs(1, 3) + "</div>"
                + threads(reply, 1, 9) + "</main>";

        assertThat(read(html)).isEqualTo(Prose.text(1, 3));
    }

    @Test
    void leavesOutAnswersWithinAnswers() {
        String nested = "<div class=z9>"
                + thread("<p>Reply</p><div class=z9>" + thread("<p>Reply</p>", 2) + "</div>", 1)
                + thread("<p>Reply</p>", 3) + "</div>";

        assertThat(read("<div>" + Prose.paragraphs(1, 3) + nested + "</div>")).isEqualTo(Prose.text(1, 3));
    }

    @Test
    void keepsAForumsThreadsWhichAreAllThatThePageHas() {
        String html = "<h1>A title of its own</h1>" + threads("<p>Reply</p>", 1, 4);

        assertThat(read(html)).contains(Prose.paragraph(101), Prose.paragraph(104));
    }

    @Test
    void keepsAnInterviewWhoseAnswersAreCalledReplies() {
        String html = "<div>" + Prose.paragraphs(1, 3) + "<div class=q>Ada: " + Prose.paragraph(4)
                + "</div><div class=q>" + "Reply: " + Prose.paragraph(5) + "</div><div class=q>Reply: "
                + Prose.paragraph(6) + "</div></div>";

        assertThat(read(html)).contains(Prose.paragraph(5), Prose.paragraph(6));
    }
}
