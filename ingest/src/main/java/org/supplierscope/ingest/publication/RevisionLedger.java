package org.supplierscope.ingest.publication;

import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.supplierscope.ingest.frontier.Transactions;

/// Which content of which article was published, so that none is published twice.
///
/// A claim is made before the Kafka transaction that publishes, and names the record of `pages.v1` that it
/// rests on.
/// If the process dies between the two, the record is read again, finds its own claim and publishes; any other
/// record
/// with the same content finds a claim that is not its own and is dropped. So the two need no common
/// transaction.
/// Thread-safe.
public final class RevisionLedger {

    private final Transactions transactions;

    /// @param database migrated by `db/ingest`
    public RevisionLedger(DataSource database) {
        this.transactions = new Transactions(database);
    }

    /// Claims a content of an article.
    ///
    /// @param articleId 32 hexadecimal digits
    /// @param fingerprint 32 hexadecimal digits
    /// @param claimant names the record that the claim rests on, at most 300 characters
    /// @return the revision's number, from 1, or empty when another record has published this content
    public OptionalInt claim(String articleId, String fingerprint, String claimant) {
        while (true) {
            List<Claim> claims = transactions.run(
                    "claiming a revision", connection -> claimed(connection, articleId, fingerprint, claimant));
            if (!claims.isEmpty()) {
                Claim claim = claims.getFirst();
                return claim.claimant().equals(claimant) ? OptionalInt.of(claim.number()) : OptionalInt.empty();
            }
            // Another content of the article took the number at the same moment; the next one is free.
        }
    }

    private record Claim(int number, String claimant) {}

    private static List<Claim> claimed(Connection connection, String articleId, String fingerprint, String claimant)
            throws SQLException {
        update(
                connection,
                "insert into revision (article_id, fingerprint, number, claimed_by)"
                        + " select ?, ?, coalesce(max(number), 0) + 1, ? from revision where article_id = ?"
                        + " on conflict do nothing",
                articleId,
                fingerprint,
                claimant,
                articleId);
        return query(
                connection,
                row -> new Claim(row.getInt("number"), row.getString("claimed_by")),
                "select number, claimed_by from revision where article_id = ? and fingerprint = ?",
                articleId,
                fingerprint);
    }
}
