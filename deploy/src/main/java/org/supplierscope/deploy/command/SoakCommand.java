package org.supplierscope.deploy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.bench.AnalysisSoak;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Mistreats the product and looks whether it shows.
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Mistreat the product on this machine and tell whether it shows.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = SoakCommand.Analysis.class)
final class SoakCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which part: analysis?");
    }

    /// Kills the analysis stage.
    @Command(
            name = "analysis",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Have the analysis stage, a process of its own, read one recorded articles.v1 twice: undisturbed, and",
                "killed at random points as by a power cut. What it has published must be the same: nothing lost,",
                "doubled or different. Takes about ten seconds a kill."
            })
    static final class Analysis implements Callable<Integer> {

        @Option(names = "--kills", paramLabel = "N", defaultValue = "50", description = "Hard kills (50).")
        private int kills = 50;

        @Option(
                names = "--sigterms",
                paramLabel = "N",
                defaultValue = "0",
                description = "How often it is asked to stop, in between; it has 30 seconds for that (0).")
        private int sigterms = 0;

        @Option(names = "--articles", paramLabel = "N", defaultValue = "20000", description = "Records (20000).")
        private int articles = 20_000;

        @Option(
                names = "--partitions",
                paramLabel = "N",
                defaultValue = "1",
                description = "Partitions of every topic (1). With more, the order in which articles of different"
                        + " partitions reach the one task that names stories is not fixed, and names may differ.")
        private int partitions = 1;

        @Option(
                names = "--seed",
                paramLabel = "N",
                description = "Fixes articles and kills; printed, so that a run can be repeated (default: a new one).")
        private @Nullable Long seed;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Where data go; deleted by you (default: a new one).")
        private @Nullable Path data;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException, InterruptedException {
            if (kills < 0 || sigterms < 0 || articles < 1 || partitions < 1) {
                throw new ParameterException(spec.commandLine(), "The numbers must be positive.");
            }
            Path folder =
                    data == null ? Files.createTempDirectory("supplierscope-soak-") : Files.createDirectories(data);
            boolean same = new AnalysisSoak(
                            articles,
                            partitions,
                            kills,
                            sigterms,
                            seed == null ? System.nanoTime() : seed,
                            folder,
                            spec.commandLine().getOut())
                    .run();
            return same ? 0 : 1;
        }
    }
}
