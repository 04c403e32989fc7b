package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.instant;
import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.source.Source;

/// Decides on pages that are held back since they came in a burst, when the few that were asked to see have
/// been read: are most of them articles that were published before under another address, all of them are old
/// news and never asked for; else all are asked for, after everything else of their hosts.
///
/// When the probes tell nothing for a day, what is held back is let go: nothing is lost silently. Thread-safe.
public final class Quarantine {

    private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

    /// How long extraction may take to get to the probes before fewer of them are enough.
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Duration LONGEST = Duration.ofDays(1);

    private final Transactions transactions;
    private final Clock clock;

    /// @param database migrated by `db/ingest`
    /// @param clock tells how long pages have been held back
    public Quarantine(DataSource database, Clock clock) {
        this.transactions = new Transactions(database);
        this.clock = clock;
    }

    private record Probe(String id, String state, Instant seen) {}

    /// What the probes show so far.
    private enum Finding {
        UNDECIDED,
        OLD,
        NEW
    }

    /// Decides on what is held back of a source, as far as that can be decided by now.
    public void review(Source source) {
        Instant now = clock.instant();
        transactions.run("reviewing a burst", connection -> {
            List<Long> held = query(
                    connection,
                    row -> row.getLong("quarantined"),
                    "select quarantined from source where id = ?",
                    source.id());
            if (held.isEmpty() || held.getFirst() == 0) {
                return null;
            }
            Finding finding = finding(connection, source.id(), now);
            switch (finding) {
                case UNDECIDED -> {}
                case OLD -> close(connection, source, "KNOWN", "old news under new addresses", now);
                case NEW -> close(connection, source, "WAITING", "news", now);
            }
            return null;
        });
    }

    private static Finding finding(Connection connection, String sourceId, Instant now) throws SQLException {
        List<Probe> probes = query(
                connection,
                row -> new Probe(
                        row.getString("id"), row.getString("state"), Objects.requireNonNull(instant(row, "seen"))),
                "select id, state, seen from request where source_id = ? and kind = 'PAGE' and probe",
                sourceId);
        Instant since = probes.stream().map(Probe::seen).min(Instant::compareTo).orElse(Instant.EPOCH);
        Duration waited = Duration.between(since, now);
        int unread = 0;
        int old = 0;
        int fresh = 0;
        for (Probe probe : probes) {
            int published = count(connection, "select count(*) from revision where article_id = ?", probe.id());
            if (published == 0) {
                unread += probe.state().equals("FAILED") ? 0 : 1;
            } else if (elsewhere(connection, probe.id())) {
                old++;
            } else {
                fresh++;
            }
        }
        if (waited.compareTo(LONGEST) < 0 && (unread > 0 && waited.compareTo(PATIENCE) < 0 || old + fresh == 0)) {
            return Finding.UNDECIDED;
        }
        return old > fresh ? Finding.OLD : Finding.NEW;
    }

    /// Whether a content of an article was published under another address too.
    private static boolean elsewhere(Connection connection, String articleId) throws SQLException {
        return count(
                        connection,
                        "select count(*) from revision mine where article_id = ? and exists (select 1 from revision other"
                                + " where other.fingerprint = mine.fingerprint"
                                + " and other.article_id <> mine.article_id)",
                        articleId)
                > 0;
    }

    private static int count(Connection connection, String sql, String id) throws SQLException {
        return query(connection, row -> row.getInt(1), sql, id).getFirst();
    }

    private static void close(Connection connection, Source source, String state, String found, Instant now)
            throws SQLException {
        List<String> authorities = query(
                connection,
                row -> row.getString("authority"),
                "select distinct authority from request where source_id = ? and kind = 'PAGE'"
                        + " and state = 'QUARANTINED' order by authority",
                source.id());
        for (String authority : authorities) {
            Authorities.wake(connection, authority, now);
        }
        int pages = update(
                connection,
                "update request set state = ? where source_id = ? and kind = 'PAGE' and state = 'QUARANTINED'",
                state,
                source.id());
        update(connection, "update request set probe = false where source_id = ? and probe", source.id());
        new PageCounts(state.equals("WAITING") ? pages : 0, 0, 0, -pages).addTo(connection, source.id());
        LOG.info("A burst proved to be {} sourceId={} pages={}", found, source.id(), pages);
    }
}
