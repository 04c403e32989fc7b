package org.supplierscope.ingest.crawl;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.fetch.Fetcher;
import org.supplierscope.ingest.frontier.Frontier;
import org.supplierscope.ingest.frontier.FrontierException;
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

    /// More than a database that works at all takes.
    private static final Duration DATABASE = Duration.ofSeconds(30);

    private final Frontier frontier;
    private final Visit visit;
    private final Settlement settlement;
    private final Places places;
    private final ExecutorService visits = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("visit-", 0).factory());
    private volatile @Nullable Thread dispatcher;
    private volatile boolean closing;

    /// @param settings pace
    /// @param fetcher asks; is not closed here
    /// @param ledgers what is kept
    /// @param board is told which sources changed; is not closed here
    /// @param sink where pages go
    /// @param clock dates pages and robots rules
    public Crawler(
            CrawlSettings settings, Fetcher fetcher, Ledgers ledgers, StatusBoard board, PageSink sink, Clock clock) {
        this.frontier = ledgers.frontier();
        this.places = new Places(settings.parallel());
        this.settlement = new Settlement(frontier);
        this.visit = new Visit(settings, fetcher, ledgers, settlement, board, sink, clock);
    }

    /// The longest that a turn can take: robots.txt with all its redirects, each after a pause or a wait for
    /// the other host, and what the database takes.
    ///
    /// @param deadline of one request
    public static Duration longestTurn(CrawlSettings settings, Duration deadline) {
        Duration hop = deadline.plus(HostTrouble.longer(settings.pause(), RobotsVisit.PATIENCE));
        return deadline.plus(hop.multipliedBy(RobotsVisit.HOPS)).plus(DATABASE);
    }

    /// Starts taking turns.
    public void start() {
        settlement.start();
        dispatcher = Thread.ofPlatform().name("crawl").start(this::dispatch);
    }

    /// Whether it takes turns.
    public boolean running() {
        Thread running = dispatcher;
        return running != null && running.isAlive() && settlement.running();
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
            settlement.end();
            places.close();
        } catch (InterruptedException e) {
            visits.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        try {
            while (!closing) {
                int free = places.takeAll(IDLE);
                if (free == 0) {
                    continue;
                }
                List<Turn> turns = take(free);
                places.giveBack(free - turns.size());
                for (Turn turn : turns) {
                    visits.execute(() -> places.during(() -> serve(turn)));
                }
                if (turns.isEmpty()) {
                    Thread.sleep(IDLE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Turn> take(int most) throws InterruptedException {
        try {
            return frontier.take(most);
        } catch (FrontierException e) {
            LOG.warn("The frontier does not answer; trying again soon: {}", e.getMessage());
            Thread.sleep(AFTER_FAILURE);
            return List.of();
        } catch (RuntimeException e) {
            LOG.error("No turn could be taken; trying again soon", e);
            Thread.sleep(AFTER_FAILURE);
            return List.of();
        }
    }

    /// A turn that fails unexpectedly keeps its lease, so that the site is left alone until that runs out.
    private void serve(Turn turn) {
        try {
            visit.serve(turn);
            LOG.debug("Served a turn sourceId={} host={} url={}", turn.source().id(), turn.authority(), turn.url());
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("A turn failed sourceId={} host={}", turn.source().id(), turn.authority(), e);
        }
    }
}
