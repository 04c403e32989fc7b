package org.supplierscope.deploy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.robots.RobotRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What the reader of robots.txt makes of rules.
@Command(
        name = "robots",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Read robots.txt and print for each line of input whether the address is allowed, as a JSON line.",
            "Its keys are url, ua, allowed, and right where the line says what is."
        })
final class LabRobotsCommand implements Callable<Integer> {

    private static final URI UNKNOWN = URI.create("http://localhost/robots.txt");

    @Parameters(
            paramLabel = "FILE",
            description = "JSON lines {\"robots\",\"ua\",\"url\",\"allowed\"?}; - for standard input.")
    private String input = "-";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /// A line of input.
    record Question(
            @Nullable String robots,
            @Nullable String ua,
            @Nullable String url,
            @Nullable Boolean allowed) {}

    /// A line of output.
    record Answer(
            String url,
            String ua,
            boolean allowed,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean right) {}

    @Override
    public Integer call() throws IOException {
        var lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        lines.read(input, Question.class, question -> lines.print(answer(question)));
        return lines.exitCode();
    }

    private static Answer answer(Question question) throws IOException {
        String robots = question.robots();
        String ua = question.ua();
        String url = question.url();
        if (robots == null || ua == null || url == null) {
            throw new IOException("one of the keys robots, ua and url is missing");
        }
        boolean allowed = RobotRules.read(UNKNOWN, robots.getBytes(StandardCharsets.UTF_8), ua)
                .allows(url);
        return new Answer(url, ua, allowed, question.allowed() == null ? null : question.allowed() == allowed);
    }
}
