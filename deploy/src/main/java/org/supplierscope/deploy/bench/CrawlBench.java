package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Crawls a local web three ways and compares: healthy hosts alone, the same hosts with bad ones among them,
/// and both again with the product killed on the way.
///
/// What is compared is how fast the articles of the healthy hosts come in; bad hosts must cost them nothing.
public final class CrawlBench {

    private final LocalWeb.Plan plan;
    private final int kills;
    private final int rounds;
    private final Path folder;
    private final PrintWriter out;

    /// @param plan the whole web; the healthy part of it runs alone as well
    /// @param kills how often the product is killed in the last run
    /// @param rounds how often the first two runs are repeated, in turn
    /// @param folder for the product's data
    /// @param out gets the table
    public CrawlBench(LocalWeb.Plan plan, int kills, int rounds, Path folder, PrintWriter out) {
        this.plan = plan;
        this.kills = kills;
        this.rounds = rounds;
        this.folder = folder;
        this.out = out;
    }

    /// Runs everything and prints a row for each run.
    ///
    /// @return whether every run kept its manners and lost or doubled nothing
    public boolean run() throws IOException, InterruptedException {
        var healthy = new LocalWeb.Plan(plan.healthy(), 0, plan.articles(), plan.pause(), plan.longPause());
        out.printf(
                Locale.ROOT,
                "%d healthy hosts with %d articles each, %d bad hosts, pause %d ms%n%n",
                plan.healthy(),
                plan.articles(),
                plan.bad(),
                plan.pause().toMillis());
        out.println("| run | healthy articles | seconds | pages/s | requests | peak MiB | breaches | lost | doubled |");
        out.println("|---|---:|---:|---:|---:|---:|---:|---:|---:|");
        List<Double> alone = new ArrayList<>();
        List<Double> among = new ArrayList<>();
        boolean clean = true;
        for (int round = 1; round <= rounds; round++) {
            CrawlRun.Outcome quiet = run("healthy alone", healthy, 0);
            CrawlRun.Outcome mixed = run("with bad hosts", plan, 0);
            alone.add(quiet.pagesPerSecond());
            among.add(mixed.pagesPerSecond());
            clean &= clean(quiet) && clean(mixed);
        }
        if (kills > 0) {
            clean &= clean(run("with bad hosts, killed " + kills + " times", plan, kills));
        }
        out.printf(
                Locale.ROOT,
                "%nhealthy hosts with bad ones among them against alone, pages/s, medians: %.1f / %.1f = %.2f%n",
                Median.of(among),
                Median.of(alone),
                Median.of(among) / Median.of(alone));
        out.flush();
        return clean;
    }

    private CrawlRun.Outcome run(String name, LocalWeb.Plan made, int killed) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(folder, "crawl-");
        try (var web = LocalWeb.open(made)) {
            CrawlRun.Outcome outcome = new CrawlRun(web, made, data, killed).run();
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %d | %s | %d | %d | %d |%n",
                    name,
                    outcome.articles(),
                    outcome.fetching().toMillis() / 1000.0,
                    outcome.pagesPerSecond(),
                    outcome.requests(),
                    outcome.peakMebibytes() == null
                            ? "?"
                            : outcome.peakMebibytes().toString(),
                    outcome.breaches().size(),
                    outcome.lost().size(),
                    outcome.log().doubled());
            outcome.breaches().stream().limit(5).forEach(breach -> out.println("  breach: " + breach));
            outcome.lost().stream().limit(5).forEach(article -> out.println("  lost: host/article " + article));
            out.flush();
            return outcome;
        }
    }

    private static boolean clean(CrawlRun.Outcome outcome) {
        return outcome.breaches().isEmpty()
                && outcome.lost().isEmpty()
                && outcome.log().doubled() == 0;
    }
}
