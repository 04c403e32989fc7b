package org.supplierscope.analysis.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notices when the operator's files change, and hands on the new catalogue. A file with a
/// mistake changes nothing: the catalogue of before stays, and [#troubles] says why until it is
/// mended.
///
/// It looks instead of being told by the file system, since folders that are mounted from
/// elsewhere tell nothing.
public final class CatalogueWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CatalogueWatch.class);
    private static final int MOST_TOLD = 5;

    private final CatalogueFolder folder;
    private final Consumer<Catalogue> changed;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("catalogue").factory());
    private String digest;
    private String read;
    private String seen;
    private volatile List<String> troubles = List.of();

    /// @param folder to look at
    /// @param present the catalogue in use, as [CatalogueFolder#read] gave it
    /// @param changed takes each new one, on the thread of this watch
    public CatalogueWatch(CatalogueFolder folder, Catalogue present, Consumer<Catalogue> changed) {
        this.folder = folder;
        this.changed = changed;
        this.digest = present.digest();
        // What changed between reading it and now is read once more, which does no harm.
        this.read = "";
        this.seen = "";
    }

    /// Begins to look.
    ///
    /// @param every how often; a change is taken up when two looks in a row see the same, so that
    /// a file that is still being written is left to be finished
    public void start(Duration every) {
        var _ = looking.scheduleWithFixedDelay(this::look, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Why the files as they are now are not in use, in words for people; empty when they are.
    public List<String> troubles() {
        return troubles;
    }

    /// Looks once.
    void look() {
        try {
            String stamp = stamp();
            boolean settled = stamp.equals(seen);
            seen = stamp;
            if (settled && !stamp.equals(read)) {
                read = stamp;
                take();
            }
        } catch (CatalogueException e) {
            List<String> mistakes = e.mistakes().stream().map(Mistake::toString).toList();
            if (keep(mistakes.size() <= MOST_TOLD ? mistakes : mistakes.subList(0, MOST_TOLD))) {
                LOG.warn(
                        "The catalogue is not reloaded, the one of before stays reason={} mistakes={}; "
                                + "`supplierscope suppliers check` lists them",
                        mistakes.getFirst(),
                        mistakes.size());
            }
        } catch (RuntimeException e) {
            // An exception that leaves a scheduled task ends it for ever.
            if (keep(List.of("the catalogue could not be taken up: " + e))) {
                LOG.error("The catalogue is not reloaded, the one of before stays", e);
            }
        }
    }

    private String stamp() {
        try {
            return folder.stamp();
        } catch (CatalogueException e) {
            // When it is back it is read again, as it was or not.
            read = "";
            throw e;
        }
    }

    private void take() {
        Catalogue catalogue = folder.read();
        if (!catalogue.digest().equals(digest)) {
            changed.accept(catalogue);
            digest = catalogue.digest();
            LOG.info(
                    "Catalogue reloaded suppliers={} themes={} digest={}; articles of before keep their reading until"
                            + " `supplierscope suppliers reread`",
                    catalogue.suppliers().size(),
                    catalogue.themes().size(),
                    digest);
        }
        troubles = List.of();
    }

    /// Whether that is news: a folder that cannot be read is looked at every second.
    private boolean keep(List<String> why) {
        List<String> before = troubles;
        troubles = why.stream()
                .map(reason -> "the catalogue of before is in use, since the files hold a mistake: " + reason)
                .toList();
        return !troubles.equals(before);
    }

    /// Stops looking.
    @Override
    public void close() {
        looking.shutdownNow();
    }
}
