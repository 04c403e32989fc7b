package org.supplierscope.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.ExampleInsight;

/// Whatever is typed, there is an answer or a message with a place.
class RandomQueryTest {

    private static final String[] PIECES = {
        "(",
        ")",
        "\"",
        "“",
        "”",
        "-",
        "--",
        "*",
        ":",
        "..",
        " ",
        " ",
        " ",
        "AND ",
        "OR ",
        "NOT ",
        "title:",
        "text:",
        "supplier:",
        "stance:",
        "published:",
        "language:",
        "story:",
        "id:",
        "source:",
        "group:",
        "theme:",
        "about:",
        "copy:",
        "2019",
        "2019-07-18",
        "none",
        "lens",
        "capacity",
        "photo*",
        "大立光",
        "光",
        "AI",
        "é",
        "\u0301",
        "\ud83d\ude00",
        "\ud800",
        "\udc00",
        "\u0000",
        "&&",
        "||",
        "+",
        "!",
        "[",
        "]",
        "{",
        "}",
        "^2",
        "~",
        "\\",
        "/",
        "?",
        "<b>",
        "'",
        "\t",
        "\n",
        "\u3000"
    };

    private static String query(Random random) {
        var query = new StringBuilder();
        int pieces = random.nextInt(random.nextInt(20) == 0 ? 400 : 14);
        for (int i = 0; i < pieces; i++) {
            query.append(
                    random.nextInt(12) == 0
                            ? Character.toString((char) random.nextInt(0x10000))
                            : PIECES[random.nextInt(PIECES.length)]);
        }
        return query.toString();
    }

    @Test
    void isAnsweredOrRefusedWithAPlace(@TempDir Path folder) throws IOException {
        long seed = Long.getLong("seed", 20260305L);
        var random = new Random(seed);
        int answered = 0;
        try (var articles = new SearchedArticles(folder)) {
            articles.add(
                    ExampleInsight.of(1)
                            .title("Lens capacity")
                            .text("AI photonics. <b>大立光</b> é.")
                            .supplier("hoya", "Hoya", Stance.MIXED, "AI photonics."),
                    ExampleInsight.of(2).title("光").text("2019"));
            for (int i = 0; i < 6_000; i++) {
                String query = query(random);
                try {
                    SearchResult result = articles.ask(query);
                    assertThat(result.hits()).hasSize((int) result.total());
                    answered++;
                } catch (QueryException e) {
                    assertThat(e.getMessage()).isNotBlank();
                    assertThat(e.position()).as("in <%s>, seed %d", query, seed).isBetween(1, query.length() + 1);
                } catch (RuntimeException | StackOverflowError e) {
                    fail("query <" + query + ">, seed " + seed, e);
                }
            }
        }
        assertThat(answered).as("answered, seed %d", seed).isGreaterThan(1_000);
    }
}
