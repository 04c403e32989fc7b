package org.supplierscope.search.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.analysis.published.Insight;

/// The live index: one document for each article, and in each commit the position in the topic up to which it
/// was made.
///
/// Because documents and position are committed together, they cannot disagree: after a crash, reading goes on
/// from the
/// commit, and what comes again replaces itself by id. Adding and committing is for one thread; searching for
/// any.
public final class InsightIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(InsightIndex.class);
    private static final String SCHEMA = "schema";
    private static final String LOG_IDENTITY = "log";
    private static final String POSITION = "position.";

    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    /// Opens or creates the index.
    ///
    /// @param folder where it is
    /// @throws IOException when the folder cannot be used, or is in use by another process
    public InsightIndex(Path folder) throws IOException {
        this.directory = FSDirectory.open(folder);
        Opened opened;
        try {
            opened = open(directory);
        } catch (CorruptIndexException
                | IndexFormatTooOldException
                | IndexFormatTooNewException
                | EOFException
                | FileNotFoundException
                | NoSuchFileException e) {
            LOG.warn("The index cannot be read and is made anew from the log reason={}", e.getMessage());
            empty(directory);
            opened = open(directory);
        }
        this.writer = opened.writer();
        this.searchers = opened.searchers();
    }

    private record Opened(IndexWriter writer, SearcherManager searchers) {}

    private static Opened open(Directory directory) throws IOException {
        var config = new IndexWriterConfig(Schema.analyzer());
        config.setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
        config.setCommitOnClose(false);
        var writer = new IndexWriter(directory, config);
        try {
            return new Opened(writer, new SearcherManager(writer, null));
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private static void empty(Directory directory) throws IOException {
        try (var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
            for (String file : directory.listAll()) {
                if (file.startsWith("_") || file.startsWith(IndexFileNames.SEGMENTS)) {
                    lock.ensureValid();
                    directory.deleteFile(file);
                }
            }
        }
    }

    /// A log that an index can be made from.
    ///
    /// @param identity told apart from the identity of every other log
    /// @param positions for each partition, the offset up to which (exclusive) it was read
    public record LogPosition(String identity, Map<Integer, Long> positions) {

        /// Copies the positions.
        public LogPosition {
            positions = Map.copyOf(positions);
        }
    }

    /// Up to where the last commit was made, or null when there is none that this program can go on from.
    public @Nullable LogPosition committed() throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return null;
        }
        String identity = null;
        String schema = null;
        Map<Integer, Long> positions = new HashMap<>();
        try (var reader = DirectoryReader.open(directory)) {
            for (Map.Entry<String, String> entry :
                    reader.getIndexCommit().getUserData().entrySet()) {
                if (entry.getKey().equals(LOG_IDENTITY)) {
                    identity = entry.getValue();
                } else if (entry.getKey().equals(SCHEMA)) {
                    schema = entry.getValue();
                } else if (entry.getKey().startsWith(POSITION)) {
                    int partition = Integer.parseInt(entry.getKey().substring(POSITION.length()));
                    positions.put(partition, Long.parseLong(entry.getValue()));
                }
            }
        }
        if (!Integer.toString(Schema.VERSION).equals(schema)) {
            LOG.info("The index was made by another version of the program and is made anew");
            return null;
        }
        return identity == null ? null : new LogPosition(identity, positions);
    }

    /// Adds an insight in the place of an earlier one of the same article.
    public void put(Insight insight) throws IOException {
        writer.updateDocument(new Term(Schema.ID, insight.article().id()), InsightDocument.of(insight));
    }

    /// Takes an article out; nothing happens when it is not there.
    public void remove(String articleId) throws IOException {
        writer.deleteDocuments(new Term(Schema.ID, articleId));
    }

    /// Makes everything added so far safe, together with the position that it reaches.
    public void commit(LogPosition position) throws IOException {
        Map<String, String> data = new HashMap<>();
        data.put(LOG_IDENTITY, position.identity());
        data.put(SCHEMA, Integer.toString(Schema.VERSION));
        position.positions().forEach((partition, offset) -> data.put(POSITION + partition, Long.toString(offset)));
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
    }

    /// Empties the index, to be made anew from the beginning of a log.
    public void clear() throws IOException {
        writer.deleteAll();
    }

    /// Lets searches see what was added.
    public void refresh() throws IOException {
        searchers.maybeRefresh();
    }

    /// Runs a search.
    ///
    /// @param <T> what comes of it
    public interface Searching<T extends @Nullable Object> {
        /// Searches.
        T in(IndexSearcher searcher) throws IOException;
    }

    /// Searches the index as it was at the last [#refresh].
    ///
    /// @throws UncheckedIOException when the index cannot be read
    public <T extends @Nullable Object> T search(Searching<T> searching) {
        try {
            IndexSearcher searcher = searchers.acquire();
            try {
                return searching.in(searcher);
            } finally {
                searchers.release(searcher);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the index cannot be read: " + e.getMessage(), e);
        }
    }

    /// Closes without a commit: what was added since the last one is read from the log again.
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
    }
}
