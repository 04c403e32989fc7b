package org.supplierscope.deploy.command;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.supplierscope.deploy.command.ServiceOptions.CannotStartException;
import org.supplierscope.deploy.deadletter.Letter;
import org.supplierscope.deploy.deadletter.LetterBox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Which records could not be read, and why.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "List what could not be read, oldest first: name, time, size, stage, origin and reason.")
final class DeadLettersListCommand implements Callable<Integer> {

    private static final JsonMapper JSON = new JsonMapper();

    @Option(names = "--all", description = "Also those that were replayed.")
    private boolean all;

    @Option(names = "--json", description = "Print a line of JSON for each.")
    private boolean json;

    @Mixin
    private final LetterOptions chosen = new LetterOptions();

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws CannotStartException, IOException {
        var box = new LetterBox(kafka.connect().bootstrapServers());
        List<Letter> letters = chosen.letters(box);
        PrintWriter out = spec.commandLine().getOut();
        int shown = 0;
        for (Letter letter : letters) {
            if (all || !letter.replayed()) {
                out.println(json ? JSON.writeValueAsString(fields(letter)) : line(letter));
                shown++;
            }
        }
        out.flush();
        spec.commandLine()
                .getErr()
                .println(
                        shown + " dead letters" + (all ? "" : ", " + (letters.size() - shown) + " more were replayed"));
        return 0;
    }

    /// Two lines for people.
    static String line(Letter letter) {
        return String.format(
                Locale.ROOT,
                "%s  %s  %,d bytes  %s  from %s%s%n    %s",
                letter.place(),
                letter.written(),
                letter.bytes(),
                letter.head().stage(),
                letter.head().origin(),
                letter.replayed() ? "  replayed" : "",
                oneLine(letter.head().reason()));
    }

    /// A reason may quote what came from outside: nothing of it may move a terminal's cursor.
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    private static Map<String, Object> fields(Letter letter) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("letter", letter.place().toString());
        fields.put("written", letter.written().toString());
        fields.put("bytes", letter.bytes());
        fields.put("stage", letter.head().stage());
        fields.put("origin", letter.head().origin());
        fields.put("reason", letter.head().reason());
        fields.put("leftOut", letter.head().leftOut() > 0);
        fields.put("replayed", letter.replayed());
        return fields;
    }
}
