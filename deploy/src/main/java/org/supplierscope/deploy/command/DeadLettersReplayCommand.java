package org.supplierscope.deploy.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.supplierscope.deploy.command.ServiceOptions.CannotStartException;
import org.supplierscope.deploy.deadletter.Letter;
import org.supplierscope.deploy.deadletter.LetterBox;
import org.supplierscope.deploy.deadletter.LetterTopic;
import org.supplierscope.deploy.deadletter.Place;
import org.supplierscope.deploy.deadletter.Replay;
import org.supplierscope.deploy.deadletter.Replay.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What could not be read, once more.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Send dead letters back to the topics they came from, as after an update that can read them.",
            "Each goes back once; what cannot be read again becomes a new dead letter."
        })
final class DeadLettersReplayCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "LETTER", description = "Names, as `list` prints them.")
    private List<String> names = List.of();

    @Mixin
    private final LetterOptions chosen = new LetterOptions();

    @Option(names = "--all", description = "All that have not been replayed, of every topic.")
    private boolean all;

    @Option(
            names = "--force",
            description = "Also those that were replayed before, and those that a later record has overtaken.")
    private boolean force;

    @Mixin
    private final KafkaOptions kafka = new KafkaOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public Integer call() throws CannotStartException, IOException {
        if (names.isEmpty() && !chosen.chosen() && !all) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which letters? Name them, or choose them with --topic, --stage, --from or --all.");
        }
        Set<Place> wanted = new HashSet<>();
        names.forEach(name -> wanted.add(LetterOptions.place(spec, name)));
        String brokers = kafka.connect().bootstrapServers();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        // The letters are looked up after the replay has begun: from then on nobody else marks one.
        try (var replay = new Replay(brokers)) {
            List<Letter> letters = letters(new LetterBox(brokers), wanted);
            for (LetterTopic topic : LetterTopic.ALL) {
                List<Letter> some = letters.stream()
                        .filter(letter -> letter.place().topic().equals(topic.name()))
                        .toList();
                if (!some.isEmpty()) {
                    tell(replay.send(some, force), counts);
                }
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        wanted.forEach(place -> err.println("There is no dead letter " + place + "."));
        err.println(counts.getOrDefault(Outcome.SENT, 0) + " dead letters sent back, "
                + counts.getOrDefault(Outcome.BEFORE, 0) + " were replayed before");
        return wanted.isEmpty() && counts.keySet().stream().allMatch(o -> o == Outcome.SENT || o == Outcome.BEFORE)
                ? 0
                : 1;
    }

    /// Takes those that are found out of the wanted.
    private List<Letter> letters(LetterBox box, Set<Place> wanted) throws IOException {
        if (wanted.isEmpty()) {
            return chosen.letters(box);
        }
        List<Letter> letters = new ArrayList<>();
        for (String topic : wanted.stream().map(Place::topic).distinct().toList()) {
            box.letters(LetterTopic.of(topic).orElseThrow()).stream()
                    .filter(letter -> wanted.contains(letter.place()))
                    .forEach(letters::add);
        }
        letters.forEach(letter -> wanted.remove(letter.place()));
        return letters;
    }

    private void tell(Map<Place, Outcome> outcomes, Map<Outcome, Integer> counts) {
        PrintWriter out = spec.commandLine().getOut();
        outcomes.forEach((place, outcome) -> {
            counts.merge(outcome, 1, Integer::sum);
            boolean mended = outcome == Outcome.BEFORE || outcome == Outcome.OVERTAKEN;
            out.println(place + " " + outcome.words() + (mended ? " (--force sends it all the same)" : ""));
        });
        out.flush();
    }
}
