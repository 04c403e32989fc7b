package org.supplierscope.deploy.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.supplierscope.deploy.command.Main;
import org.supplierscope.deploy.deadletter.Letter;
import org.supplierscope.deploy.deadletter.Replay.Outcome;
import org.supplierscope.ingest.published.Article;
import picocli.CommandLine;

/// Letters written by the analysis stage, sent back to where they came from.
class DeadLetterReplayTest extends AnalysisOnBroker {

    @Test
    @DisplayName("A dead letter goes back once, and an old one not over a later record of its key")
    void replay() throws Exception {
        Article mended = article();
        String key = mended.id();
        String other = article().id();
        byte[] garbage = "{\"id\":7}".getBytes(UTF_8);
        int letters = letters().size();
        try (var producer = producer(LARGEST, "none")) {
            var _ = producer.send(new ProducerRecord<>(ARTICLES, key.getBytes(UTF_8), garbage));
            var _ = producer.send(new ProducerRecord<>(ARTICLES, other.getBytes(UTF_8), garbage));
            producer.flush();
        }
        Waiting.until(PATIENCE, "two letters", () -> letters().size() == letters + 2 ? true : null);
        List<Letter> both = letters().subList(letters, letters + 2);

        assertThat(replay(both, false)).containsExactly(Outcome.SENT, Outcome.SENT);
        Waiting.until(PATIENCE, "two more", () -> letters().size() == letters + 4 ? true : null);
        List<Letter> again = letters().subList(letters, letters + 4);
        assertThat(again).extracting(Letter::replayed).containsExactly(true, true, false, false);
        assertThat(again).extracting(Letter::bytes).containsOnly(40L);
        assertThat(again.get(2).origin()).isNotEqualTo(again.get(0).origin()).isPresent();
        assertThat(replay(again.subList(0, 2), false)).containsExactly(Outcome.BEFORE, Outcome.BEFORE);
        send(mended);
        awaitInsight(mended);
        assertThat(replay(letters().subList(letters + 2, letters + 4), false))
                .containsExactly(Outcome.OVERTAKEN, Outcome.SENT);
        assertThat(insights(mended)).isEqualTo(1);
    }

    @Test
    @DisplayName("What could not be read is listed, shown and replayed by command")
    void commands() throws Exception {
        int letters = letters().size();
        String key = article().id();
        try (var producer = producer(LARGEST, "none")) {
            var _ = producer.send(new ProducerRecord<>(
                    ARTICLES, key.getBytes(UTF_8), "{\"headline\":\"\u001b[2J\"}".getBytes(UTF_8)));
            producer.flush();
        }
        Waiting.until(PATIENCE, "the letter", () -> letters().size() > letters ? true : null);
        String name = letters().getLast().place().toString();

        assertThat(command("list", "--topic", ARTICLES))
                .contains(name, "analysis  from articles.v1-0@", "cannot read Article");
        assertThat(command("list", "--json", "--from", "2020-01-01")).contains("{\"letter\":\"" + name + "\"");
        assertThat(command("list", "--stage", "extraction")).contains("0 dead letters");
        assertThat(command("show", name))
                .contains("key " + key, "{\"headline\":\"")
                .doesNotContain("\u001b");
        assertThat(command("show", DEAD + "-0@999999")).startsWith("1 ").contains("There is no dead letter");
        assertThat(command("replay")).startsWith("2 ").contains("Which letters?");
        assertThat(command("replay", "insights.v1-0@1")).startsWith("2 ").contains("No dead letters are kept of");
        assertThat(command("replay", "articles.v1-0@1")).startsWith("2 ").contains("articles.v1.dead-0@17");
        assertThat(command("replay", name)).startsWith("0 ").contains(name + " sent back", "1 dead letters sent back");
        assertThat(command("replay", name)).startsWith("0 ").contains("was replayed before");
        assertThat(command("replay", "--force", name)).startsWith("0 ").contains("sent back");
    }

    /// The exit code, and what was printed.
    private String command(String... arguments) {
        var printed = new StringWriter();
        var commandLine =
                new CommandLine(new Main()).setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
        List<String> words = new ArrayList<>(List.of("dead-letters"));
        words.addAll(List.of(arguments));
        words.addAll(List.of("--bootstrap-servers", broker.bootstrapServers()));
        return commandLine.execute(words.toArray(String[]::new)) + " " + printed;
    }
}
