package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.supplierscope.analysis.story.Fingerprint;
import org.supplierscope.analysis.story.StoryBook;

/// How many articles a second the one ordered task places that gives each its story, while what
/// it remembers grows. The fingerprints are made elsewhere in the product and are not timed.
public final class StoryBench {

    /// So few at a time wait for their turn, with their fingerprints made.
    private static final int BATCH = 500;
    private static final int ROWS = 10;

    private final int articles;
    private final int aDay;
    private final long seed;
    private final PrintWriter out;

    /// @param articles how many in all
    /// @param aDay how many of them appear in a day
    /// @param seed fixes the articles
    /// @param out gets the table
    public StoryBench(int articles, int aDay, long seed, PrintWriter out) {
        this.articles = articles;
        this.aDay = aDay;
        this.seed = seed;
        this.out = out;
    }

    /// Measures and prints a row whenever the number of articles has grown by a tenth part of
    /// all.
    ///
    /// @param folder gets the stores
    public void run(Path folder) throws IOException {
        out.printf(
                Locale.ROOT,
                "%d generated articles, %d a day, seed %d; stores in RocksDB, one thread%n%n",
                articles,
                aDay,
                seed);
        out.println("| articles before | stories before | articles/s | µs of processor an article |");
        out.println("|---:|---:|---:|---:|");
        var news = new EventNews(seed, aDay);
        Set<String> stories = new HashSet<>();
        try (var tables = new StoryTables(folder)) {
            var book = new StoryBook(tables.memory());
            for (int row = 0; row < ROWS; row++) {
                int before = (int) ((long) articles * row / ROWS);
                int after = (int) ((long) articles * (row + 1) / ROWS);
                int known = stories.size();
                Spent spent = place(news, after - before, book, stories);
                out.printf(
                        Locale.ROOT,
                        "| %d | %d | %.0f | %.0f |%n",
                        before,
                        known,
                        (after - before) * 1e9 / spent.nanos(),
                        spent.processorNanos() / 1e3 / (after - before));
                out.flush();
            }
        }
    }

    /// What the book took.
    ///
    /// @param processorNanos of the book's own thread: steadier than the other on a busy machine
    private record Spent(long nanos, long processorNanos) {}

    /// Places the next articles.
    private static Spent place(EventNews news, int count, StoryBook book, Set<String> stories) {
        long nanos = 0;
        long processorNanos = 0;
        var thread = ManagementFactory.getThreadMXBean();
        for (int done = 0; done < count; ) {
            List<EventNews.Told> batch = IntStream.range(0, Math.min(BATCH, count - done))
                    .mapToObj(_ -> news.next())
                    .toList();
            List<Fingerprint> fingerprints = batch.stream()
                    .map(told -> Fingerprint.of(told.title(), told.text(), told.time()))
                    .toList();
            long processorBegun = thread.getCurrentThreadCpuTime();
            long begun = System.nanoTime();
            for (int i = 0; i < batch.size(); i++) {
                stories.add(book.place(batch.get(i).id(), fingerprints.get(i)).story());
            }
            nanos += System.nanoTime() - begun;
            processorNanos += thread.getCurrentThreadCpuTime() - processorBegun;
            done += batch.size();
        }
        return new Spent(nanos, processorNanos);
    }
}
