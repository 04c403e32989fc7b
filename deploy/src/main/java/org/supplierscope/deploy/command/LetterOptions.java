package org.supplierscope.deploy.command;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.deadletter.Letter;
import org.supplierscope.deploy.deadletter.LetterBox;
import org.supplierscope.deploy.deadletter.LetterTopic;
import org.supplierscope.deploy.deadletter.Place;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Which dead letters are meant.
final class LetterOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec command;

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            description = "Of this topic only, such as articles.v1 or articles.v1.dead.")
    private @Nullable String topic;

    @Option(names = "--stage", paramLabel = "NAME", description = "Set aside by this stage only, such as analysis.")
    private @Nullable String stage;

    @Option(
            names = "--from",
            paramLabel = "DATE|TIME",
            description = "Not set aside before this, such as 2026-03-04 or 2026-03-04T05:06:07Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DATE|TIME", description = "Not set aside after this; a day to its end.")
    private @Nullable String to;

    /// Whether any of them narrows the choice.
    boolean chosen() {
        return topic != null || stage != null || from != null || to != null;
    }

    /// The topics that are looked at.
    List<LetterTopic> topics() {
        return topic == null ? LetterTopic.ALL : List.of(topic(command, topic));
    }

    /// The letters that are meant, in the order of their places.
    ///
    /// @throws IOException when the broker fails
    List<Letter> letters(LetterBox box) throws IOException {
        Instant first = Moments.from(command, "--from", from);
        Instant last = Moments.to(command, "--to", to);
        List<Letter> letters = new ArrayList<>();
        for (LetterTopic each : topics()) {
            for (Letter letter : box.letters(each)) {
                if ((stage == null || stage.equals(letter.head().stage()))
                        && (first == null || !letter.written().isBefore(first))
                        && (last == null || letter.written().isBefore(last))) {
                    letters.add(letter);
                }
            }
        }
        return letters;
    }

    /// A letter by its name.
    static Place place(CommandSpec command, String typed) {
        Optional<Place> place = Place.parse(typed);
        if (place.isEmpty()
                || !topic(command, place.get().topic())
                        .name()
                        .equals(place.get().topic())) {
            throw new ParameterException(
                    command.commandLine(),
                    "A dead letter is named as `dead-letters list` prints it, such as articles.v1.dead-0@17, and not '"
                            + typed + "'.");
        }
        return place.get();
    }

    private static LetterTopic topic(CommandSpec command, String typed) {
        return LetterTopic.of(typed)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "No dead letters are kept of '" + typed + "', but of "
                                + LetterTopic.ALL.stream()
                                        .flatMap(each -> each.origins().stream())
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
