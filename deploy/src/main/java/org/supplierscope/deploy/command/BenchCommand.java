package org.supplierscope.deploy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.bench.AnalysisBench;
import org.supplierscope.deploy.bench.CrawlBench;
import org.supplierscope.deploy.bench.LocalWeb;
import org.supplierscope.deploy.bench.StoryBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures the product on this machine.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure the product on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BenchCommand.Crawl.class, BenchCommand.Analysis.class, BenchCommand.Stories.class})
final class BenchCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which benchmark?");
    }

    /// Crawls a local web.
    @Command(
            name = "crawl",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Crawl a web of loopback hosts, with slow, endless, circling, trapping and failing ones among them,",
                "and tell how fast the healthy ones come in, whether any host was asked impolitely, and whether an",
                "article was lost or doubled, also when the product is killed on the way. Takes some minutes."
            })
    static final class Crawl implements Callable<Integer> {

        @Option(names = "--hosts", paramLabel = "N", defaultValue = "1000", description = "Hosts (default: 1000).")
        private int hosts = 1000;

        @Option(names = "--bad", paramLabel = "N", defaultValue = "200", description = "Bad ones among them (200).")
        private int bad = 200;

        @Option(names = "--articles", paramLabel = "N", defaultValue = "8", description = "Articles a host (8).")
        private int articles = 8;

        @Option(names = "--pause-ms", paramLabel = "N", defaultValue = "1000", description = "Pause at a host (1000).")
        private int pauseMillis = 1000;

        @Option(
                names = "--kills",
                paramLabel = "N",
                defaultValue = "3",
                description = "Hard kills in the last run (3).")
        private int kills = 3;

        @Option(
                names = "--rounds",
                paramLabel = "N",
                defaultValue = "1",
                description = "Repeats of the pair of runs (1).")
        private int rounds = 1;

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
            if (hosts < 1 || bad < 0 || bad >= hosts || articles < 1 || pauseMillis < 0 || kills < 0 || rounds < 1) {
                throw new ParameterException(
                        spec.commandLine(), "--hosts must be more than --bad, and the other numbers positive.");
            }
            Path folder =
                    data == null ? Files.createTempDirectory("supplierscope-bench-") : Files.createDirectories(data);
            var plan = new LocalWeb.Plan(
                    hosts - bad, bad, articles, Duration.ofMillis(pauseMillis), Duration.ofSeconds(2));
            boolean clean = new CrawlBench(
                            plan, kills, rounds, folder, spec.commandLine().getOut())
                    .run();
            return clean ? 0 : 1;
        }
    }

    /// Reads generated articles.
    @Command(
            name = "analysis",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Read generated articles by the classes of the analysis stage, on one thread and without Kafka,",
                "and tell what each step costs. Takes a quarter of an hour, and a minute with --words-only."
            })
    static final class Analysis implements Callable<Integer> {

        @Option(names = "--articles", paramLabel = "N", defaultValue = "200", description = "Articles a round (200).")
        private int articles = 200;

        @Option(names = "--words", paramLabel = "N", defaultValue = "600", description = "Words an article (600).")
        private int words = 600;

        @Option(names = "--rounds", paramLabel = "N", defaultValue = "15", description = "Rounds that count (15).")
        private int rounds = 15;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Fixes the articles (1).")
        private long seed = 1;

        @Option(names = "--words-only", description = "Read by words alone, without vectors of sentences.")
        private boolean wordsOnly;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
        private CommandSpec spec;

        @Override
        public Integer call() {
            if (articles < 1 || words < 1 || rounds < 1) {
                throw new ParameterException(spec.commandLine(), "The numbers must be positive.");
            }
            new AnalysisBench(
                            articles,
                            words,
                            rounds,
                            seed,
                            wordsOnly,
                            spec.commandLine().getOut())
                    .run();
            return 0;
        }
    }

    /// Gives generated articles their stories.
    @Command(
            name = "stories",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = {
                "Give generated articles their stories, as the one ordered task of the analysis stage does, with its",
                "stores on disk and without Kafka, and tell how many a second it places while the stores grow.",
                "Takes some minutes for each ten thousand articles."
            })
    static final class Stories implements Callable<Integer> {

        @Option(names = "--articles", paramLabel = "N", defaultValue = "100000", description = "Articles (100000).")
        private int articles = 100_000;

        @Option(
                names = "--a-day",
                paramLabel = "N",
                defaultValue = "20000",
                description = "How many of them appear in a day of the news (20000).")
        private int aDay = 20_000;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Fixes the articles (1).")
        private long seed = 1;

        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "Where data go; deleted by you (default: a new one).")
        private @Nullable Path data;

        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            if (articles < 10 || aDay < 1) {
                throw new ParameterException(spec.commandLine(), "At least ten articles, and one a day.");
            }
            Path folder =
                    data == null ? Files.createTempDirectory("supplierscope-bench-") : Files.createDirectories(data);
            new StoryBench(articles, aDay, seed, spec.commandLine().getOut()).run(folder);
            return 0;
        }
    }
}
