package org.supplierscope.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.search.index.InsightIndex.LogPosition;

/// A process that indexes is killed without warning, again and again.
class InsightIndexCrashTest {

    /// A process takes seconds to start; `-Dkills=200` for a long proof.
    private static final int KILLS = Integer.getInteger("kills", 3);

    @Test
    void holdsExactlyTheLogUpToItsPositionAfterEveryKill(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("seed", 20260307L);
        var random = new Random(seed);
        long before = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            long told = indexUntilKilled(folder, 1 + random.nextInt(30));

            try (var index = new InsightIndex(folder)) {
                LogPosition committed = index.committed();
                String what = "kill " + kill + ", seed " + seed;
                assertThat(committed).as(what).isNotNull();
                long position = committed == null ? -1 : committed.positions().getOrDefault(0, -1L);
                assertThat(position).as(what).isGreaterThanOrEqualTo(told).isGreaterThan(before);
                assertThat(titles(index)).as(what).isEqualTo(fold(position));
                before = position;
            }
        }
    }

    /// Answers the last commit that was told of before the kill, which may fall into the next one.
    private static long indexUntilKilled(Path folder, int commits) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IndexingProcess.class.getName(),
                        folder.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long told = -1;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < commits; i++) {
                String line = lines.readLine();
                assertThat(line).as("the process ended by itself").isNotNull();
                told = Long.parseLong(line);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return told;
    }

    private static Map<Integer, String> fold(long position) {
        Map<Integer, String> titles = new TreeMap<>();
        for (long offset = 0; offset < position; offset++) {
            titles.put(IndexingProcess.article(offset), IndexingProcess.title(offset));
        }
        return titles;
    }

    private static Map<Integer, String> titles(InsightIndex index) throws IOException {
        index.refresh();
        return index.search(searcher -> {
            Map<Integer, String> titles = new TreeMap<>();
            for (ScoreDoc found : searcher.search(new MatchAllDocsQuery(), 1_000).scoreDocs) {
                Insight insight =
                        InsightDocument.insight(searcher.storedFields().document(found.doc));
                String twice = titles.put(
                        Integer.parseInt(insight.article().id(), 16),
                        insight.article().title());
                assertThat(twice).as("one document for each article").isNull();
            }
            return titles;
        });
    }
}
