package org.supplierscope.ingest.crawl;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.frontier.Frontier;
import org.supplierscope.ingest.frontier.FrontierException;
import org.supplierscope.ingest.frontier.Return;

/// Gives turns back for many visits in one transaction, since each commit costs a write to the disk. Each visit
/// waits until its own is on it.
///
/// Thread-safe. Ended when no visit is under way any more.
final class Settlement {

    /// More would only make those wait that came first.
    private static final int MOST = 200;

    private static final long IDLE_MILLIS = 100;

    private final Frontier frontier;
    private final BlockingQueue<Pending> queue = new LinkedBlockingQueue<>();
    private volatile boolean closing;
    private volatile @Nullable Thread thread;

    Settlement(Frontier frontier) {
        this.frontier = frontier;
    }

    private record Pending(Return given, CompletableFuture<Void> done) {}

    void start() {
        thread = Thread.ofPlatform().name("settle").start(this::run);
    }

    /// Gives a turn back, and returns when that is safe.
    ///
    /// @throws FrontierException when the database failed; the turn then keeps its lease
    void giveBack(Return given) {
        var pending = new Pending(given, new CompletableFuture<>());
        queue.add(pending);
        try {
            pending.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FrontierException cause) {
                throw cause;
            }
            throw e;
        }
    }

    boolean running() {
        Thread running = thread;
        return running != null && running.isAlive();
    }

    private void run() {
        while (!closing || !queue.isEmpty()) {
            try {
                Pending first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Pending> batch = new ArrayList<>();
                    batch.add(first);
                    queue.drainTo(batch, MOST - 1);
                    settle(batch);
                }
            } catch (InterruptedException e) {
                // Nobody interrupts this thread but a runtime that ends.
                return;
            }
        }
    }

    /// When one of them cannot be settled, the others still are.
    private void settle(List<Pending> batch) {
        try {
            frontier.giveBack(batch.stream().map(Pending::given).toList());
            batch.forEach(pending -> pending.done().complete(null));
        } catch (RuntimeException e) {
            if (batch.size() == 1) {
                batch.getFirst().done().completeExceptionally(e);
            } else {
                batch.forEach(pending -> settle(List.of(pending)));
            }
        }
    }

    /// Settles what is in the queue and ends.
    void end() throws InterruptedException {
        closing = true;
        Thread running = thread;
        if (running != null) {
            running.join();
        }
    }
}
