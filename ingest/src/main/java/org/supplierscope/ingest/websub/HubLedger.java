package org.supplierscope.ingest.websub;

import static org.supplierscope.ingest.frontier.Transactions.fitted;
import static org.supplierscope.ingest.frontier.Transactions.instant;
import static org.supplierscope.ingest.frontier.Transactions.query;
import static org.supplierscope.ingest.frontier.Transactions.update;

import java.net.URI;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.frontier.Transactions;
import org.supplierscope.ingest.listing.HubOffer;

/// The subscriptions at hubs, shared by all crawlers. Thread-safe.
public final class HubLedger {

    private static final String COLUMNS =
            "select source_id, hub, topic, token, secret, expires, next_try, failures from hub_subscription";

    private static final Duration FIRST_WAIT = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Transactions transactions;
    private final Clock clock;

    /// @param database migrated by `db/ingest`
    /// @param clock tells what is due
    public HubLedger(DataSource database, Clock clock) {
        this.transactions = new Transactions(database);
        this.clock = clock;
    }

    /// Notes what a source's feed offers now. A new offer is taken up soon; one that is gone is forgotten.
    ///
    /// @param offer null when there is none
    public void offered(String sourceId, @Nullable HubOffer offer) {
        transactions.run("noting a hub", connection -> {
            List<HubSubscription> known =
                    query(connection, HubLedger::subscription, COLUMNS + " where source_id = ?", sourceId);
            if (!known.isEmpty() && known.getFirst().offer().equals(offer)) {
                return null;
            }
            if (!known.isEmpty()) {
                update(connection, "delete from hub_subscription where source_id = ?", sourceId);
            }
            if (offer != null && fits(offer)) {
                update(
                        connection,
                        "insert into hub_subscription (source_id, hub, topic, token, secret, next_try, failures)"
                                + " values (?, ?, ?, ?, ?, ?, 0) on conflict do nothing",
                        sourceId,
                        offer.hub().toString(),
                        offer.topic().toString(),
                        random(16),
                        random(32),
                        clock.instant());
            }
            return null;
        });
    }

    private static boolean fits(HubOffer offer) {
        return offer.hub().toString().length() <= 2000
                && offer.topic().toString().length() <= 2000;
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    /// Subscriptions whose hub is to be asked now. Each counts as one that failed until the hub has called
    /// back, and is asked again after an hour, two, four … up to a week: so a crash between asking and noting
    /// asks no hub twice.
    ///
    /// @param most how many
    List<HubSubscription> take(int most) {
        Instant now = clock.instant();
        return transactions.run("taking subscriptions", connection -> {
            List<HubSubscription> due = query(
                    connection,
                    HubLedger::subscription,
                    COLUMNS + " where next_try <= ? and exists (select 1 from source where source.id = source_id"
                            + " and source.state = 'ACTIVE') order by next_try limit " + most
                            + " for update skip locked",
                    now);
            for (HubSubscription taken : due) {
                Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(taken.failures(), 10));
                update(
                        connection,
                        "update hub_subscription set next_try = ?, failures = failures + 1 where token = ?",
                        now.plus(doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled),
                        taken.token());
            }
            return due;
        });
    }

    /// Takes back that a subscription was taken: its hub could not be asked now.
    void postpone(HubSubscription subscription, Duration wait) {
        transactions.run(
                "putting a hub off",
                connection -> update(
                        connection,
                        "update hub_subscription set next_try = ?, failures = ? where token = ?",
                        clock.instant().plus(wait),
                        subscription.failures(),
                        subscription.token()));
    }

    /// Notes that a hub has agreed.
    ///
    /// @param lease how long it will send
    void agreed(HubSubscription subscription, Duration lease) {
        Instant now = clock.instant();
        transactions.run(
                "noting a hub's consent",
                connection -> update(
                        connection,
                        "update hub_subscription set expires = ?, next_try = ?, failures = 0 where token = ?",
                        now.plus(lease),
                        // Renewed in good time: after two thirds.
                        now.plus(lease.multipliedBy(2).dividedBy(3)),
                        subscription.token()));
    }

    /// Notes that a hub has refused.
    ///
    /// @param until when it is asked again
    /// @param reason what it said; null when nothing
    void denied(HubSubscription subscription, Instant until, @Nullable String reason) {
        transactions.run(
                "noting a hub's refusal",
                connection -> update(
                        connection,
                        "update hub_subscription set expires = null, next_try = ?, denial = ? where token = ?",
                        until,
                        fitted(reason, 1000),
                        subscription.token()));
    }

    /// The subscription that a token belongs to; null when there is none, or its source is not read.
    @Nullable
    HubSubscription byToken(String token) {
        List<HubSubscription> found = transactions.run(
                "reading a subscription",
                connection -> query(
                        connection,
                        HubLedger::subscription,
                        COLUMNS + " where token = ? and exists (select 1 from source where source.id = source_id"
                                + " and source.state in ('ACTIVE', 'PAUSED'))",
                        token));
        return found.isEmpty() ? null : found.getFirst();
    }

    /// Whether a hub tells of a source's news now, so that it need not be polled often.
    public boolean tells(String sourceId) {
        return !transactions
                .run(
                        "reading a subscription",
                        connection -> query(
                                connection,
                                HubLedger::subscription,
                                COLUMNS + " where source_id = ? and expires > ?",
                                sourceId,
                                clock.instant()))
                .isEmpty();
    }

    /// Has a source's listing asked soon.
    ///
    /// @param between the least time between two polls for this reason, since a hub may tell of each word
    void poll(String sourceId, Duration between) {
        Instant now = clock.instant();
        transactions.run("following a hub's call", connection -> {
            List<Instant> polled = query(
                    connection,
                    row -> {
                        Instant last = instant(row, "last_poll");
                        return last == null ? Instant.EPOCH : last;
                    },
                    "select last_poll from source where id = ?",
                    sourceId);
            if (polled.isEmpty()) {
                return null;
            }
            Instant earliest = polled.getFirst().plus(between);
            Instant due = earliest.isAfter(now) ? earliest : now;
            // What is being fetched may have been written before the news: it is asked again, which the time
            // that is due by then tells whoever gives the turn back.
            update(
                    connection,
                    "update request set due = ? where source_id = ? and kind = 'LISTING' and state = 'WAITING'"
                            + " and (due > ? or due <= ? and exists (select 1 from authority"
                            + " where name = request.authority and lease_until > ?))",
                    due,
                    sourceId,
                    due,
                    now,
                    now);
            update(
                    connection,
                    "update authority set next_turn = case when next_request > ? then next_request else ? end"
                            + " where name in (select authority from request where source_id = ? and kind = 'LISTING'"
                            + " and state = 'WAITING') and (next_turn is null or next_turn > ?)",
                    due,
                    due,
                    sourceId,
                    due);
            return null;
        });
    }

    private static HubSubscription subscription(ResultSet row) throws SQLException {
        Instant nextTry = instant(row, "next_try");
        return new HubSubscription(
                row.getString("source_id"),
                new HubOffer(URI.create(row.getString("hub")), URI.create(row.getString("topic"))),
                row.getString("token"),
                row.getString("secret"),
                instant(row, "expires"),
                nextTry == null ? Instant.EPOCH : nextTry,
                row.getInt("failures"));
    }
}
