package org.supplierscope.ingest.crawl;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.frontier.FrontierException;
import org.supplierscope.ingest.frontier.SourceLedger;

/// Tells how sources fare: a source of which something changed is told soon, but not with every page, and what
/// has not been told yet is told when it is closed. A process that is killed tells every source when it starts
/// again. Thread-safe.
public final class StatusBoard implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

    /// Soon enough for a person who watches.
    private static final Duration PERIOD = Duration.ofSeconds(2);
    /// How many are read from the database at once.
    private static final int MOST = 500;

    private final SourceLedger ledger;
    private final PageSink sink;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Thread thread;

    /// @param ledger knows how they fare
    /// @param sink is told
    public StatusBoard(SourceLedger ledger, PageSink sink) {
        this.ledger = ledger;
        this.sink = sink;
    }

    /// Starts telling.
    public void start() {
        thread = Thread.ofVirtual().name("status-board").start(this::run);
    }

    /// Notes that something changed of a source.
    public void changed(String sourceId) {
        changed.add(sourceId);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                tell();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Tells every source, such as at the start.
    public void tellAll() {
        ledger.all().forEach(sink::tell);
    }

    private synchronized void tell() {
        List<String> ids = new ArrayList<>(changed);
        for (int from = 0; from < ids.size(); from += MOST) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + MOST));
            // What changes from now on is told the next time.
            changed.removeAll(Set.copyOf(some));
            try {
                ledger.some(some).forEach(sink::tell);
            } catch (FrontierException e) {
                LOG.warn("The state of sources cannot be told now: {}", e.getMessage());
                changed.addAll(some);
            }
        }
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        tell();
    }
}
