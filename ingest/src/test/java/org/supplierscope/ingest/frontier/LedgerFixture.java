package org.supplierscope.ingest.frontier;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.supplierscope.ingest.SettableClock;
import org.supplierscope.ingest.listing.Lead;
import org.supplierscope.ingest.publication.RevisionLedger;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.ingest.source.Source;

/// Frontier, sources and revisions on one kind of database, emptied before each test, under a clock that stands
/// still.
abstract class LedgerFixture {

    static final Duration LEASE = Duration.ofMinutes(2);
    static final Duration PAUSE = Duration.ofSeconds(2);
    static final Source ONE = source("one", "https://one.example/feed");
    static final Source TWO = source("two", "https://two.example/feed");

    final SettableClock clock = new SettableClock();
    final DataSource database;
    final Frontier frontier;
    final SourceRegister register;
    final SourceLedger sources;
    final Intake intake;
    final Quarantine quarantine;
    final PageDates dates;
    final Candidates candidates;
    final RevisionLedger revisions;

    LedgerFixture(DatabaseKind kind) {
        database = kind.database();
        frontier = new Frontier(database, clock, LEASE);
        register = new SourceRegister(database, clock);
        sources = new SourceLedger(database, clock);
        intake = new Intake(database, clock);
        quarantine = new Quarantine(database, clock);
        dates = new PageDates(database);
        candidates = new Candidates(database);
        revisions = new RevisionLedger(database);
    }

    @BeforeEach
    void empty() {
        new Transactions(database).run("emptying", connection -> {
            for (String table : List.of("request", "authority", "source_day", "candidate", "source", "revision")) {
                Transactions.update(connection, "delete from " + table);
            }
            return null;
        });
    }

    static Source source(String id, String feed) {
        return new Source(id, "Source " + id, URI.create("https://home.example/"), URI.create(feed), "en");
    }

    static Lead lead(String url) {
        return new Lead(URI.create(url), null, null);
    }

    /// The turn that is due, of which there must be one.
    Turn take() {
        return Objects.requireNonNull(taken(), "a turn is due");
    }

    /// The turn that is due; null when there is none.
    @Nullable
    Turn taken() {
        List<Turn> turns = frontier.take(1);
        return turns.isEmpty() ? null : turns.getFirst();
    }

    void giveBack(Turn turn, Verdict verdict, Duration pause) {
        frontier.giveBack(List.of(new Return(turn, verdict, new Rest(pause, 0))));
    }

    SourceStatus status(String id) {
        return Objects.requireNonNull(sources.one(id), id);
    }

    /// Runs as many workers at once, each with its number, and rethrows what one of them threw.
    static <T> List<T> together(int workers, java.util.function.IntFunction<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                futures.add(threads.submit(work.apply(i)));
            }
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }
}
