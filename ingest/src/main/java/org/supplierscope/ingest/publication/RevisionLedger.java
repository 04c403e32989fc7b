package org.supplierscope.ingest.publication;

import static org.supplierscope.ingest.frontier.Transactions.instant;
import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
///
/// A capture that is older than one published before is not granted a revision: the newest capture is the
/// current revision, in whatever order an archive and the crawl bring them. Thread-safe.
public final class RevisionLedger {

    private static final String NEXT = "insert into revision (article_id, fingerprint, number, claimed_by, seen)"
            + " select ?, ?, coalesce(max(number), 0) + 1, ?, cast(? as timestamp with time zone)"
            + " from revision where article_id = ? having max(seen) is null or max(seen) <= ?"
            + " on conflict do nothing";
    private static final String FIRST = "insert into revision (article_id, fingerprint, number, claimed_by, seen)"
            + " select ?, ?, coalesce(max(number), 0) + 1, ?, cast(? as timestamp with time zone)"
            + " from revision where article_id = ? having count(*) = 0 and cast(? as timestamp with time zone) is not null"
            + " on conflict do nothing";

    private final Transactions transactions;

    /// @param database migrated by `db/ingest`
    public RevisionLedger(DataSource database) {
        this.transactions = new Transactions(database);
    }

    /// Whether a content may be published.
    public sealed interface Claim {

        /// It may, by this record.
        ///
        /// @param number the revision's number, from 1
        record Granted(int number) implements Claim {}

        /// Another record has published this content, or something that it may not replace.
        record Published() implements Claim {}

        /// A newer capture of the article has been published: this one is of the past and stays out.
        record Overtaken() implements Claim {}
    }

    /// Claims a content of an article.
    ///
    /// @param articleId 32 hexadecimal digits
    /// @param fingerprint 32 hexadecimal digits
    /// @param claimant names the record that the claim rests on, at most 300 characters
    /// @param seen when the page was captured; at most milliseconds, since the database keeps no more than
    /// microseconds
    public Claim claim(String articleId, String fingerprint, String claimant, Instant seen) {
        return claim(articleId, fingerprint, claimant, seen, NEXT);
    }

    /// Claims a content that only tells why there is none: an error or a wall never takes the place of what was
    /// published of the article before.
    ///
    /// @param articleId 32 hexadecimal digits
    /// @param fingerprint 32 hexadecimal digits
    /// @param claimant names the record that the claim rests on, at most 300 characters
    /// @param seen as for [#claim]
    public Claim claimFirst(String articleId, String fingerprint, String claimant, Instant seen) {
        return claim(articleId, fingerprint, claimant, seen, FIRST);
    }

    private Claim claim(String articleId, String fingerprint, String claimant, Instant seen, String insertion) {
        while (true) {
            List<Known> known = transactions.run(
                    "claiming a revision",
                    connection -> claimed(connection, articleId, fingerprint, claimant, seen, insertion));
            Instant newest = known.stream()
                    .map(Known::seen)
                    .max(Comparator.naturalOrder())
                    .orElse(Instant.EPOCH);
            var own = known.stream()
                    .filter(each -> each.fingerprint().equals(fingerprint))
                    .findFirst();
            if (own.isPresent()) {
                boolean mine = own.get().claimant().equals(claimant);
                // A claim of before a crash may have been overtaken since, and then must not be published any
                // more.
                return !mine
                        ? new Claim.Published()
                        : newest.isAfter(seen)
                                ? new Claim.Overtaken()
                                : new Claim.Granted(own.get().number());
            }
            if (insertion.equals(FIRST) && !known.isEmpty()) {
                return new Claim.Published();
            }
            if (newest.isAfter(seen)) {
                return new Claim.Overtaken();
            }
            // Another content of the article took the number at the same moment; the next one is free.
        }
    }

    private record Known(String fingerprint, int number, String claimant, Instant seen) {}

    private static List<Known> claimed(
            Connection connection,
            String articleId,
            String fingerprint,
            String claimant,
            Instant seen,
            String insertion)
            throws SQLException {
        // A content that is captured again is current again, as far as older captures are concerned.
        update(
                connection,
                "update revision set seen = ? where article_id = ? and fingerprint = ? and (seen is null or seen < ?)",
                seen,
                articleId,
                fingerprint,
                seen);
        update(connection, insertion, articleId, fingerprint, claimant, seen, articleId, seen);
        return query(
                connection,
                row -> new Known(
                        row.getString("fingerprint"),
                        row.getInt("number"),
                        row.getString("claimed_by"),
                        Objects.requireNonNullElse(instant(row, "seen"), Instant.EPOCH)),
                "select fingerprint, number, claimed_by, seen from revision where article_id = ?",
                articleId);
    }
}
