package org.supplierscope.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.SettableClock;
import org.supplierscope.ingest.frontier.DatabaseKind;
import org.supplierscope.ingest.frontier.Frontier;
import org.supplierscope.ingest.frontier.Rest;
import org.supplierscope.ingest.frontier.Return;
import org.supplierscope.ingest.frontier.SourceLedger;
import org.supplierscope.ingest.frontier.SourceRegister;
import org.supplierscope.ingest.frontier.Transactions;
import org.supplierscope.ingest.frontier.Turn;
import org.supplierscope.ingest.frontier.Verdict;
import org.supplierscope.ingest.listing.HubOffer;
import org.supplierscope.ingest.source.Source;

/// What is agreed on with hubs, on every database that we run on.
@ParameterizedClass
@EnumSource(DatabaseKind.class)
class HubCallbackTest {

    private static final Source NEWS = new Source("news", "News", null, URI.create("https://news.example/feed"), "en");
    private static final HubOffer OFFER =
            new HubOffer(URI.create("https://hub.example/"), URI.create("https://news.example/feed"));

    private final SettableClock clock = new SettableClock();
    private final DataSource database;
    private final Frontier frontier;
    private final HubLedger ledger;
    private final HubCallback callback;

    HubCallbackTest(DatabaseKind kind) {
        database = kind.database();
        frontier = new Frontier(database, clock, Duration.ofMinutes(2));
        ledger = new HubLedger(database, clock);
        callback = new HubCallback(ledger, clock);
    }

    @BeforeEach
    void empty() {
        new Transactions(database).run("emptying", connection -> {
            for (String table : List.of(
                    "hub_subscription", "request", "authority", "source_day", "candidate", "source", "revision")) {
                Transactions.update(connection, "delete from " + table);
            }
            return null;
        });
        new SourceRegister(database, clock).list(List.of(NEWS));
    }

    private HubSubscription offered() {
        ledger.offered(NEWS.id(), OFFER);
        return ledger.take(5).getFirst();
    }

    private HubSubscription agreed() {
        HubSubscription subscription = offered();
        callback.verify(subscription.token(), verification("3600"));
        return subscription;
    }

    private static Map<String, String> verification(String lease) {
        return Map.of(
                "hub.mode",
                "subscribe",
                "hub.topic",
                OFFER.topic().toString(),
                "hub.challenge",
                "c-17",
                "hub.lease_seconds",
                lease);
    }

    private static String signature(String algorithm, String mac, String secret, byte[] body) throws Exception {
        Mac computed = Mac.getInstance(mac);
        computed.init(new SecretKeySpec(secret.getBytes(UTF_8), mac));
        return algorithm + "=" + HexFormat.of().formatHex(computed.doFinal(body));
    }

    @Test
    void asksAHubOnceAndAgainOnlyAfterAnHour() {
        ledger.offered(NEWS.id(), OFFER);

        assertThat(ledger.take(5)).hasSize(1);
        assertThat(ledger.take(5)).isEmpty();

        clock.advance(Duration.ofMinutes(59));
        ledger.offered(NEWS.id(), OFFER);
        assertThat(ledger.take(5)).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        assertThat(ledger.take(5))
                .singleElement()
                .satisfies(again -> assertThat(again.failures()).isEqualTo(1));
        clock.advance(Duration.ofMinutes(119));
        assertThat(ledger.take(5)).isEmpty();
    }

    @Test
    void agreesToWhatItAskedForAndTellsSo() {
        HubSubscription subscription = offered();
        assertThat(ledger.tells(NEWS.id())).isFalse();

        HubAnswer answer = callback.verify(subscription.token(), verification("3600"));

        assertThat(answer).isEqualTo(new HubAnswer(200, "c-17"));
        assertThat(ledger.tells(NEWS.id())).isTrue();
        clock.advance(Duration.ofMinutes(39));
        assertThat(ledger.take(5)).as("renewed after two thirds").isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(ledger.take(5)).hasSize(1);
        clock.advance(Duration.ofMinutes(21));
        assertThat(ledger.tells(NEWS.id())).as("after the lease").isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "subscribe, https://other.example/feed, c",
        "unsubscribe, https://news.example/feed, c",
        "subscribe, https://news.example/feed, ",
        ", https://news.example/feed, c"
    })
    void agreesToNothingElse(String mode, String topic, String challenge) {
        HubSubscription subscription = offered();
        Map<String, String> parameters = new java.util.HashMap<>();
        parameters.put("hub.mode", mode);
        parameters.put("hub.topic", topic);
        parameters.put("hub.challenge", challenge);
        parameters.values().removeIf(Objects::isNull);

        assertThat(callback.verify(subscription.token(), parameters).status()).isEqualTo(404);
        assertThat(callback.verify("0".repeat(32), verification("60")).status()).isEqualTo(404);
        assertThat(ledger.tells(NEWS.id())).isFalse();
    }

    @Test
    void leavesAHubAloneForADayThatRefuses() {
        HubSubscription subscription = offered();

        callback.verify(
                subscription.token(),
                Map.of("hub.mode", "denied", "hub.topic", OFFER.topic().toString(), "hub.reason", "no room"));

        clock.advance(Duration.ofHours(23));
        assertThat(ledger.take(5)).isEmpty();
        clock.advance(Duration.ofHours(1));
        assertThat(ledger.take(5)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"sha1, HmacSHA1", "sha256, HmacSHA256", "SHA512, HmacSHA512"})
    void asksTheSourceWhenItsHubSaysThatThereIsNews(String algorithm, String mac) throws Exception {
        polled(Duration.ofHours(6));
        HubSubscription subscription = agreed();
        clock.advance(Duration.ofMinutes(1));
        assertThat(frontier.take(5)).isEmpty();

        byte[] body = "<rss/>".getBytes(UTF_8);
        HubAnswer answer =
                callback.told(subscription.token(), signature(algorithm, mac, subscription.secret(), body), body);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(frontier.take(5))
                .singleElement()
                .satisfies(turn -> assertThat(turn.url()).isEqualTo(NEWS.feed()));
    }

    @Test
    void followsNoCallThatIsNotSigned() throws Exception {
        polled(Duration.ofHours(6));
        HubSubscription subscription = agreed();
        clock.advance(Duration.ofMinutes(1));
        byte[] body = "<rss/>".getBytes(UTF_8);

        assertThat(callback.told(subscription.token(), null, body).status()).isEqualTo(202);
        assertThat(callback.told(subscription.token(), "sha256=00", body).status())
                .isEqualTo(202);
        assertThat(callback.told(subscription.token(), "md5=00", body).status()).isEqualTo(202);
        assertThat(callback.told(subscription.token(), signature("sha256", "HmacSHA256", "other", body), body)
                        .status())
                .isEqualTo(202);
        assertThat(callback.told("0".repeat(32), null, body).status()).isEqualTo(410);

        assertThat(frontier.take(5)).isEmpty();
    }

    @Test
    void asksTheSourceOnceForManyCalls() throws Exception {
        polled(Duration.ofHours(6));
        HubSubscription subscription = agreed();
        byte[] body = "x".getBytes(UTF_8);
        String signed = signature("sha256", "HmacSHA256", subscription.secret(), body);
        clock.advance(Duration.ofSeconds(3));

        callback.told(subscription.token(), signed, body);
        callback.told(subscription.token(), signed, body);

        assertThat(frontier.take(5)).as("ten seconds after the poll before").isEmpty();
        clock.advance(Duration.ofSeconds(7));
        assertThat(frontier.take(5)).hasSize(1);
        assertThat(frontier.take(5)).isEmpty();
    }

    /// What is being fetched when a hub calls may have been written before the news.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void asksTheSourceAgainThatWasBeingAskedWhenItsHubCalled(boolean answers) throws Exception {
        polled(Duration.ofHours(6));
        HubSubscription subscription = agreed();
        clock.advance(Duration.ofHours(6));
        Turn turn = frontier.take(1).getFirst();
        clock.advance(Duration.ofSeconds(1));

        byte[] body = "x".getBytes(UTF_8);
        callback.told(subscription.token(), signature("sha256", "HmacSHA256", subscription.secret(), body), body);
        clock.advance(Duration.ofSeconds(1));
        Verdict verdict = answers
                ? new Verdict.Again(Duration.ofHours(24), null)
                : new Verdict.Deferred(Duration.ofHours(24), "the host was away");
        giveBack(turn, verdict);

        assertThat(frontier.take(5)).as("within the pause").isEmpty();
        clock.advance(Duration.ofSeconds(2));
        Turn again = frontier.take(5).getFirst();
        assertThat(again.url()).isEqualTo(NEWS.feed());

        giveBack(again, verdict);
        clock.advance(Duration.ofHours(23));
        assertThat(frontier.take(5)).as("it was heard").isEmpty();
    }

    @Test
    void forgetsAHubThatIsNoLongerOffered() {
        HubSubscription subscription = agreed();

        ledger.offered(NEWS.id(), null);

        assertThat(ledger.tells(NEWS.id())).isFalse();
        assertThat(callback.told(subscription.token(), null, new byte[0]).status())
                .isEqualTo(410);
    }

    /// The source's listing was asked, and is due again after a while.
    private void polled(Duration after) {
        Turn turn = frontier.take(1).getFirst();
        new SourceLedger(database, clock).answered(NEWS, null, null, 0);
        giveBack(turn, new Verdict.Again(after, null));
    }

    private void giveBack(Turn turn, Verdict verdict) {
        frontier.giveBack(List.of(new Return(turn, verdict, new Rest(Duration.ofSeconds(2), 0))));
    }
}
