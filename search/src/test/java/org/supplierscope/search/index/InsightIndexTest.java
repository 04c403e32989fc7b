package org.supplierscope.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.search.ExampleInsight;
import org.supplierscope.search.index.InsightIndex.LogPosition;

class InsightIndexTest {

    @TempDir
    private Path folder;

    private static LogPosition at(long offset) {
        return new LogPosition("log-1", Map.of(0, offset, 1, 2 * offset));
    }

    private static int count(InsightIndex index) throws IOException {
        index.refresh();
        return index.search(searcher -> searcher.count(new MatchAllDocsQuery()));
    }

    private static @Nullable String title(InsightIndex index, int number) throws IOException {
        index.refresh();
        var query = new TermQuery(new Term(Schema.ID, ExampleInsight.id(number)));
        return index.search(searcher -> {
            var found = searcher.search(query, 2).scoreDocs;
            return found.length != 1
                    ? null
                    : InsightDocument.insight(searcher.storedFields().document(found[0].doc))
                            .article()
                            .title();
        });
    }

    private static void put(InsightIndex index, int number, String title) throws IOException {
        index.put(ExampleInsight.of(number).title(title).make());
    }

    @Test
    void putsAnInsightInThePlaceOfTheEarlierOneOfItsArticle() throws IOException {
        try (var index = new InsightIndex(folder)) {
            put(index, 1, "First");
            put(index, 2, "Other");

            put(index, 1, "Corrected");

            assertThat(count(index)).isEqualTo(2);
            assertThat(title(index, 1)).isEqualTo("Corrected");
        }
    }

    @Test
    void showsWhatWasAddedOnlyAfterARefresh() throws IOException {
        try (var index = new InsightIndex(folder)) {
            put(index, 1, "First");

            int before = index.search(searcher -> searcher.count(new MatchAllDocsQuery()));

            assertThat(before).isZero();
            assertThat(count(index)).isEqualTo(1);
        }
    }

    @Test
    void takesAnArticleOut() throws IOException {
        try (var index = new InsightIndex(folder)) {
            put(index, 1, "First");
            put(index, 2, "Second");

            index.remove(ExampleInsight.id(1));
            index.remove("no such id");

            assertThat(title(index, 1)).isNull();
            assertThat(count(index)).isEqualTo(1);
        }
    }

    @Test
    void hasNoPositionBeforeTheFirstCommit() throws IOException {
        try (var index = new InsightIndex(folder)) {
            put(index, 1, "First");

            assertThat(index.committed()).isNull();
        }
    }

    @Test
    void keepsThePositionWithTheDocumentsOfTheSameCommit() throws IOException {
        try (var index = new InsightIndex(folder)) {
            put(index, 1, "First");
            index.commit(at(1));
        }

        try (var again = new InsightIndex(folder)) {
            assertThat(again.committed()).isEqualTo(at(1));
            assertThat(count(again)).isEqualTo(1);
        }
    }

    @Test
    void goesOnFromTheCommitWhenWhatCameAfterItWasLost() throws IOException {
        try (var index = new InsightIndex(folder)) {
            put(index, 1, "First");
            index.commit(at(1));
            put(index, 1, "Lost");
            put(index, 2, "Lost too");
            index.refresh();
        }

        try (var again = new InsightIndex(folder)) {
            assertThat(again.committed()).isEqualTo(at(1));
            assertThat(count(again)).isEqualTo(1);
            assertThat(title(again, 1)).isEqualTo("First");
        }
    }

    @Test
    void movesThePositionEvenWhenNoDocumentCame() throws IOException {
        try (var index = new InsightIndex(folder)) {
            index.commit(at(1));
            index.commit(at(5));
        }

        try (var again = new InsightIndex(folder)) {
            assertThat(again.committed()).isEqualTo(at(5));
        }
    }

    @Test
    void isEmptyAfterItWasCleared() throws IOException {
        try (var index = new InsightIndex(folder)) {
            put(index, 1, "First");
            index.commit(at(1));

            index.clear();

            assertThat(count(index)).isZero();
            put(index, 2, "Second");
            assertThat(count(index)).isEqualTo(1);
        }
    }

    @Test
    void refusesAFolderThatIsInUse() throws IOException {
        try (var index = new InsightIndex(folder)) {
            put(index, 1, "First");
            index.commit(at(1));

            assertThatThrownBy(() -> new InsightIndex(folder)).isInstanceOf(LockObtainFailedException.class);

            assertThat(count(index)).as("the first goes on").isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".si", ".cfs", ".cfe", "segments_"})
    void startsAnewWhereAFileIsTornOrLost(String kind) throws IOException {
        for (boolean lost : new boolean[] {false, true}) {
            try (var index = new InsightIndex(folder)) {
                put(index, 1, "First");
                index.commit(at(1));
            }
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(
                                each -> each.getFileName().toString().contains(kind))
                        .toList()) {
                    byte[] whole = Files.readAllBytes(file);
                    Files.delete(file);
                    if (!lost) {
                        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
                    }
                }
            }

            try (var again = new InsightIndex(folder)) {
                assertThat(again.committed()).as("lost: %s", lost).isNull();
                assertThat(count(again)).isZero();
                put(again, 2, "Second");
                again.commit(at(2));
            }

            try (var after = new InsightIndex(folder)) {
                assertThat(after.committed()).isEqualTo(at(2));
                assertThat(count(after)).isEqualTo(1);
            }
        }
    }

    @Test
    void doesNotGoOnFromAnIndexOfAnotherVersion() throws IOException {
        try (var directory = FSDirectory.open(folder);
                var writer = new IndexWriter(directory, new IndexWriterConfig(Schema.analyzer()))) {
            writer.setLiveCommitData(
                    Map.of("log", "log-1", "position.0", "7", "schema", "1").entrySet());
            writer.commit();
        }

        try (var index = new InsightIndex(folder)) {
            assertThat(index.committed()).isNull();
        }
    }

    @Test
    void letsManySearchWhileOneAdds() throws Exception {
        try (var index = new InsightIndex(folder)) {
            List<Throwable> problems = new CopyOnWriteArrayList<>();
            var searching = new Thread(() -> {
                try {
                    int last = 0;
                    while (last < 200) {
                        int now = count(index);
                        assertThat(now).isGreaterThanOrEqualTo(last);
                        last = now;
                    }
                } catch (IOException | AssertionError e) {
                    problems.add(e);
                }
            });
            searching.start();
            for (int i = 0; i < 200; i++) {
                put(index, i, "Title " + i);
            }
            searching.join(20_000);

            assertThat(searching.isAlive()).isFalse();
            assertThat(problems).isEmpty();
        }
    }
}
