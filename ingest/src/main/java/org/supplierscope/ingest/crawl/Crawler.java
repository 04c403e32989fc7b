package org.supplierscope.ingest.crawl;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.fetch.Fetcher;
import org.supplierscope.ingest.fetch.RobotsCache;
import org.supplierscope.ingest.frontier.Frontier;
import org.supplierscope.ingest.frontier.FrontierException;
import org.supplierscope.ingest.frontier.SourceLedger;
import org.supplierscope.ingest.frontier.Turn;

/// Takes turns from the frontier and serves each in a virtual thread, so that a slow site slows no other.
///
/// Started once, closed once. Closing waits for the turns under way.
public final class Crawler implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Crawler.class);

    /// How often the frontier is asked when nothing was due: short against any pause that a site is given.
    private static final Duration IDLE = Duration.ofMillis(100);
    /// How long the frontier is left alone after its database failed.
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final Frontier frontier;
    private final Visit visit;
    private final Semaphore places;
    private final ExecutorService visits = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("visit-", 0).factory());
    private volatile @Nullable Thread dispatcher;
    private volatile boolean closing;

    /// @param settings pace
    /// @param fetcher asks; is not closed here
    /// @param frontier whose turn it is
    /// @param ledger how sources fare
    /// @param sink where pages go
    /// @param clock dates pages and robots rules
    public Crawler(
            CrawlSettings settings,
            Fetcher fetcher,
            Frontier frontier,
            SourceLedger ledger,
            PageSink sink,
            Clock clock) {
        this.frontier = frontier;
        this.places = new Semaphore(settings.parallel());
        this.visit = new Visit(settings, fetcher, new RobotsCache(clock), frontier, ledger, sink, clock);
    }

    /// Starts taking turns.
    public void start() {
        dispatcher = Thread.ofPlatform().name("crawl").start(this::dispatch);
    }

    /// Ends within a few seconds: what is not finished by then is broken off and comes up again.
    @Override
    public void close() {
        closing = true;
        Thread running = dispatcher;
        try {
            if (running != null) {
                running.join();
            }
            visits.shutdown();
            if (!visits.awaitTermination(5, TimeUnit.SECONDS)) {
                visits.shutdownNow();
                var _ = visits.awaitTermination(2, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            visits.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        try {
            while (!closing) {
                if (!places.tryAcquire(IDLE.toMillis(), TimeUnit.MILLISECONDS)) {
                    continue;
                }
                Turn turn = take();
                if (turn == null) {
                    places.release();
                    Thread.sleep(IDLE);
                } else {
                    visits.execute(() -> serve(turn));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable Turn take() throws InterruptedException {
        try {
            return frontier.take();
        } catch (FrontierException e) {
            LOG.warn("The frontier does not answer; trying again soon: {}", e.getMessage());
            Thread.sleep(AFTER_FAILURE);
            return null;
        } catch (RuntimeException e) {
            LOG.error("No turn could be taken; trying again soon", e);
            Thread.sleep(AFTER_FAILURE);
            return null;
        }
    }

    /// A turn that fails unexpectedly keeps its lease, so that the site is left alone until that runs out.
    private void serve(Turn turn) {
        try {
            visit.serve(turn);
            LOG.debug("Served a turn sourceId={} host={} url={}", turn.source().id(), turn.authority(), turn.url());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("A turn failed sourceId={} host={}", turn.source().id(), turn.authority(), e);
        } finally {
            places.release();
        }
    }
}
