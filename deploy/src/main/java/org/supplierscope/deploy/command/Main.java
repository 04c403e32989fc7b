package org.supplierscope.deploy.command;

import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The command line.
@QuarkusMain
@Command(
        name = "supplierscope",
        description = "Reads the news about suppliers and tells how each one plays its market: precision or breadth.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ExtractCommand.class,
            AnalyzeCommand.class,
            ExplainCommand.class,
            SearchCommand.class,
            SourcesCommand.class,
            SuppliersCommand.class,
            ImportCommand.class,
            ArchiveCommand.class,
            DeadLettersCommand.class,
            LabCommand.class,
            BenchCommand.class,
            SoakCommand.class
        },
        footer = {
            "",
            "  test     Build everything and run every test (handled by the launcher).",
            "",
            "Exit codes: 0 all went well, 1 some of it did not (standard error says what), 2 wrong usage."
        })
public class Main implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    /// Runs a command and exits with its code.
    ///
    /// @param arguments as typed
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        var commandLine = new CommandLine(new Main());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setParameterExceptionHandler((problem, arguments) -> {
            CommandLine failed = problem.getCommandLine();
            failed.getErr().println(failed.getColorScheme().errorText(problem.getMessage()));
            failed.getErr().println();
            failed.usage(failed.getErr());
            return failed.getCommandSpec().exitCodeOnInvalidInput();
        });
        commandLine.setExecutionExceptionHandler((problem, failed, parsed) -> {
            failed.getErr().println(failed.getColorScheme().errorText(String.valueOf(problem.getMessage())));
            return failed.getCommandSpec().exitCodeOnExecutionException();
        });
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /// The version that was built.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            try (InputStream in =
                    Objects.requireNonNull(Main.class.getResourceAsStream("/supplierscope-version.txt"))) {
                String version = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
                return new String[] {"Supplierscope " + version, "Java " + Runtime.version()};
            }
        }
    }
}
