package org.supplierscope.deploy.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.DateReader;
import org.supplierscope.ingest.date.WrittenDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What the reader of dates makes of dates.
@Command(
        name = "dates",
        mixinStandardHelpOptions = true,
        description = {
            "Read each line as a date, in the forms that feeds and news use, and print it as a JSON line.",
            "Its keys are text, day, instant (UTC) and time (whether the text gives one); day and instant are null",
            "where no date, or more than one, can be meant."
        })
final class LabDatesCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "A date a line, in UTF-8; - for standard input.")
    private String input = "-";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /// A line of output.
    record Read(String text, @Nullable String day, @Nullable String instant, boolean time) {}

    @Override
    public Integer call() throws IOException {
        var lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        try (InputStream in = input.equals("-") ? System.in : Files.newInputStream(Path.of(input))) {
            var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                WrittenDate date = DateReader.read(line);
                lines.print(new Read(
                        line,
                        date == null ? null : date.day().toString(),
                        date == null ? null : date.instant().toString(),
                        date != null && date.hasTime()));
            }
        } catch (NoSuchFileException e) {
            lines.problem(input + ": there is no such file");
        }
        return lines.exitCode();
    }
}
