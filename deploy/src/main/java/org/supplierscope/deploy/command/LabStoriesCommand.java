package org.supplierscope.deploy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.story.Fingerprint;
import org.supplierscope.analysis.story.StoryBook;
import org.supplierscope.analysis.story.StoryMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Which articles tell one story.
@Command(
        name = "stories",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Give each article its story, in their order, and print it as a JSON line.",
            "Its keys are id, story (the id of the story's first article) and, for a copy, copyOf.",
            "Or make what the program knows of stories from labelled texts."
        })
final class LabStoriesCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = {
                "JSON lines {\"id\",\"text\",\"title\"?,\"published\"?,\"url\"?}; - for standard input.",
                "published is a date or a time with its offset, in ISO 8601."
            })
    private @Nullable String input;

    @Mixin
    private final LabStoriesLearning learning = new LabStoriesLearning();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /// A line of input.
    record Told(
            @Nullable String id,
            @Nullable String text,
            @Nullable String title,
            @Nullable String published) {}

    /// A line of output.
    record Placed(
            String id,
            String story,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String copyOf) {}

    @Override
    public Integer call() throws IOException {
        if (learning.asked()) {
            return learning.run(spec);
        }
        if (input == null) {
            throw new ParameterException(spec.commandLine(), "Give a FILE, or - for standard input.");
        }
        var lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        var book = new StoryBook(StoryMemory.ofOneRun());
        Set<String> ids = new HashSet<>();
        lines.read(input, Told.class, told -> lines.print(place(told, ids, book)));
        return lines.exitCode();
    }

    private static Placed place(Told told, Set<String> ids, StoryBook book) throws IOException {
        String id = told.id();
        String text = told.text();
        if (id == null || text == null) {
            throw new IOException("the key " + (id == null ? "id" : "text") + " is missing");
        }
        Instant time = told.published() == null ? null : time(told.published());
        if (!ids.add(id)) {
            throw new IOException("the id " + id + " was given before");
        }
        String title = told.title() == null ? "" : told.title();
        StoryBook.Place place = book.place(id, Fingerprint.of(title, text, time));
        return new Placed(id, place.story(), place.copyOf());
    }

    private static Instant time(String published) throws IOException {
        try {
            return published.length() == 10
                    ? LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(published).toInstant();
        } catch (DateTimeException e) {
            throw new IOException("published is no date or time: " + published, e);
        }
    }
}
