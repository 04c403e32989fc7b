package org.supplierscope.ingest.crawl;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// How many visits may be under way at the same time, in two lanes.
///
/// A visit begins in the quick lane. When it has lasted for two seconds it moves to the slow one, and its place
/// in the quick lane is free: so hosts that are slow by fault or by malice take places from each other, and not
/// from those that answer. Only when the slow lane is full as well does a slow visit keep its quick place. Most
/// answers of the web are there within a second; four slow places for each quick one bound what slow hosts may
/// cost. Thread-safe.
final class Places implements AutoCloseable {

    private static final Duration QUICK = Duration.ofSeconds(2);
    private static final int SLOW_FOR_EACH_QUICK = 4;

    private final Semaphore quick;
    private final Semaphore slow;
    private final Duration patience;
    private final ScheduledExecutorService timer;

    /// @param quick places of the quick lane, at least 1
    Places(int quick) {
        this(quick, QUICK);
    }

    /// @param patience how long a visit may take before it is a slow one
    Places(int quick, Duration patience) {
        this.quick = new Semaphore(quick);
        this.slow = new Semaphore(quick * SLOW_FOR_EACH_QUICK);
        this.patience = patience;
        var scheduled = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("crawl-lanes").factory());
        // Most visits end long before, and there are hundreds a second.
        scheduled.setRemoveOnCancelPolicy(true);
        this.timer = scheduled;
    }

    /// Waits for a quick place and takes it with all others that are free.
    ///
    /// @return how many were taken; 0 when none became free in time
    int takeAll(Duration wait) throws InterruptedException {
        return quick.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS) ? 1 + quick.drainPermits() : 0;
    }

    /// Gives back places that were taken and not needed.
    void giveBack(int places) {
        quick.release(places);
    }

    /// Does a visit's work in a place that was taken, and gives the place back.
    void during(Runnable work) {
        var ended = new AtomicBoolean();
        var moved = new AtomicBoolean();
        ScheduledFuture<?> change = timer.schedule(
                () -> {
                    synchronized (ended) {
                        if (!ended.get() && slow.tryAcquire()) {
                            moved.set(true);
                            quick.release();
                        }
                    }
                },
                patience.toMillis(),
                TimeUnit.MILLISECONDS);
        try {
            work.run();
        } finally {
            change.cancel(false);
            synchronized (ended) {
                ended.set(true);
                (moved.get() ? slow : quick).release();
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
