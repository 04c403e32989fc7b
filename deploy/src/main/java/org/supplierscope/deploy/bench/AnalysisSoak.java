package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.supplierscope.deploy.bench.FoldedTopic.Difference;

/// Has one recorded `articles.v1` read twice, without and with kills, and compares what came of
/// it on every topic that the stage publishes.
public final class AnalysisSoak {

    /// Row K8 of the reliability list.
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final int articles;
    private final int partitions;
    private final int kills;
    private final int sigterms;
    private final long seed;
    private final Path folder;
    private final PrintWriter out;

    /// @param articles how many records are read
    /// @param partitions of every topic
    /// @param kills how often the stage is killed in the second run
    /// @param sigterms how often it is asked to stop, in between
    /// @param seed fixes the articles and the points of the kills; not the moments, which depend
    /// on the machine
    /// @param folder for the data of both runs
    /// @param out gets the table
    public AnalysisSoak(
            int articles, int partitions, int kills, int sigterms, long seed, Path folder, PrintWriter out) {
        this.articles = articles;
        this.partitions = partitions;
        this.kills = kills;
        this.sigterms = sigterms;
        this.seed = seed;
        this.folder = folder;
        this.out = out;
    }

    /// Runs both and prints a row for each topic.
    ///
    /// @return whether the kills made no difference, and no stop took longer than thirty seconds
    public boolean run() throws IOException, InterruptedException {
        out.println("seed " + seed + ", " + articles + " records of articles.v1 on " + partitions + " partition"
                + (partitions == 1 ? "" : "s"));
        List<ProducerRecord<byte[], byte[]>> news = new RecordedNews(seed).records(articles);
        AnalysisRun.Outcome quiet = run(news, 0, 0);
        out.printf(
                Locale.ROOT,
                "without kills: %.0f records a second through the whole stage, start not counted%n",
                articles / Math.max(0.001, quiet.reading().toMillis() / 1000.0));
        out.flush();
        AnalysisRun.Outcome killed = run(news, kills, sigterms);
        out.printf(
                Locale.ROOT,
                "killed %d times, asked to stop %d times: %d in the start, %d in the middle of the articles, %d after the"
                        + " last%n",
                kills,
                sigterms,
                killed.endsInStart(),
                killed.endsInReading(),
                killed.endsAtEnd());
        if (sigterms > 0) {
            out.printf(
                    Locale.ROOT,
                    "the longest that it took to stop: %.1f s%n",
                    killed.longestStop().toMillis() / 1000.0);
        }
        out.println();
        out.println("| topic | records | keys | lost | invented | differing | doubled |");
        out.println("|---|---:|---:|---:|---:|---:|---:|");
        boolean same = killed.longestStop().compareTo(LONGEST_STOP) <= 0;
        for (Map.Entry<String, FoldedTopic> topic : quiet.topics().entrySet()) {
            FoldedTopic after = Objects.requireNonNull(killed.topics().get(topic.getKey()));
            Difference difference = topic.getValue().to(after);
            same &= difference.none();
            out.printf(
                    "| %s | %d | %d | %d | %d | %d | %d |%n",
                    topic.getKey(),
                    after.records(),
                    topic.getValue().keys(),
                    difference.lost(),
                    difference.invented(),
                    difference.differing(),
                    difference.doubled());
        }
        out.flush();
        return same;
    }

    private AnalysisRun.Outcome run(List<ProducerRecord<byte[], byte[]>> news, int killed, int stopped)
            throws IOException, InterruptedException {
        Path data = Files.createTempDirectory(folder, killed + stopped == 0 ? "quiet-" : "killed-");
        return new AnalysisRun(news, partitions, data, new Random(seed)).run(killed, stopped);
    }
}
