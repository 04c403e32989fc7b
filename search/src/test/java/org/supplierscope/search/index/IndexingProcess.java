package org.supplierscope.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.supplierscope.search.ExampleInsight;
import org.supplierscope.search.index.InsightIndex.LogPosition;

/// A process that indexes an endless log, from where its index left off, until it is killed. It prints the
/// offset of each commit.
final class IndexingProcess {

    static final String LOG = "endless";
    private static final int ARTICLES = 40;

    private IndexingProcess() {}

    /// The article at an offset of the log: there are [#ARTICLES] of them, and their revisions take turns.
    static int article(long offset) {
        return (int) (offset * 7 % ARTICLES);
    }

    static String title(long offset) {
        return "Title at " + offset;
    }

    public static void main(String[] arguments) throws IOException {
        var index = new InsightIndex(Path.of(arguments[0]));
        LogPosition committed = index.committed();
        long offset = committed == null ? 0 : committed.positions().getOrDefault(0, 0L);
        while (true) {
            for (long next = offset + 1 + offset % 23; offset < next; offset++) {
                index.put(ExampleInsight.of(article(offset))
                        .title(title(offset))
                        .text("word ".repeat(200))
                        .make());
            }
            index.refresh();
            index.commit(new LogPosition(LOG, Map.of(0, offset)));
            System.out.println(offset);
        }
    }
}
