package org.supplierscope.ingest.frontier;

import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.net.URI;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.source.Source;

/// Where the listings of sites may be, while they are looked for. Thread-safe.
public final class Candidates {

    private final Transactions transactions;

    /// @param database migrated by `db/ingest`
    public Candidates(DataSource database) {
        this.transactions = new Transactions(database);
    }

    /// An address that may be that of a listing.
    public record Candidate(SourceKind kind, URI address) {}

    /// Replaces the candidates of a source.
    ///
    /// @param candidates the likeliest first
    public void put(Source source, List<Candidate> candidates) {
        transactions.run("keeping candidates", connection -> {
            update(connection, "delete from candidate where source_id = ?", source.id());
            for (int position = 0; position < candidates.size(); position++) {
                Candidate candidate = candidates.get(position);
                update(
                        connection,
                        "insert into candidate (source_id, position, kind, address) values (?, ?, ?, ?)",
                        source.id(),
                        position,
                        candidate.kind().name(),
                        candidate.address().toString());
            }
            return null;
        });
    }

    /// The one to be tried now, or null when there is none (any more).
    public @Nullable Candidate current(Source source) {
        List<Candidate> found = transactions.run(
                "reading a candidate",
                connection -> query(
                        connection,
                        row -> new Candidate(
                                SourceKind.valueOf(row.getString("kind")), URI.create(row.getString("address"))),
                        "select kind, address from candidate where source_id = ? order by position limit 1",
                        source.id()));
        return found.isEmpty() ? null : found.getFirst();
    }

    /// Drops the one that was tried.
    public void drop(Source source) {
        transactions.run(
                "dropping a candidate",
                connection -> update(
                        connection,
                        "delete from candidate where source_id = ? and position ="
                                + " (select min(position) from candidate where source_id = ?)",
                        source.id(),
                        source.id()));
    }
}
