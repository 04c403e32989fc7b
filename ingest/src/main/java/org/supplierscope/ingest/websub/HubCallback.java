package org.supplierscope.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers hubs (WebSub, sections 5.3 and 7). Anyone may call: what does not name a token of ours, or is not
/// signed with its secret, changes nothing. Thread-safe.
public final class HubCallback {

    private static final Logger LOG = LoggerFactory.getLogger(HubCallback.class);

    /// A hub may tell of each correction of a word; once in ten seconds is soon enough for everyone.
    private static final Duration BETWEEN_POLLS = Duration.ofSeconds(10);
    /// Leases beyond are not believed: in a month a feed has long moved.
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    private static final Duration SHORTEST_LEASE = Duration.ofMinutes(5);
    /// After a refusal the hub is left alone for a day.
    private static final Duration AFTER_DENIAL = Duration.ofDays(1);
    private static final int LONGEST_CHALLENGE = 1000;
    /// The names of section 7, with Java's names for them. SHA-1 is still the most common, and as a keyed hash
    /// it has not been broken.
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha1", "HmacSHA1", "sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private final HubLedger ledger;
    private final Clock clock;

    /// @param ledger knows what was agreed on
    /// @param clock tells when a hub is asked again
    public HubCallback(HubLedger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /// A hub asks whether we mean it (GET).
    ///
    /// @param token the last part of the address that it calls
    /// @param parameters of the query, the first value of each
    public HubAnswer verify(String token, Map<String, String> parameters) {
        HubSubscription subscription = ledger.byToken(token);
        String topic = parameters.get("hub.topic");
        if (subscription == null || !subscription.offer().topic().toString().equals(topic)) {
            return HubAnswer.UNKNOWN;
        }
        String challenge = parameters.get("hub.challenge");
        return switch (parameters.getOrDefault("hub.mode", "")) {
            case "subscribe" ->
                challenge == null || challenge.length() > LONGEST_CHALLENGE
                        ? HubAnswer.UNKNOWN
                        : agreed(subscription, challenge, parameters.get("hub.lease_seconds"));
            case "denied" -> {
                ledger.denied(subscription, clock.instant().plus(AFTER_DENIAL), parameters.get("hub.reason"));
                yield new HubAnswer(200, "");
            }
            // We never ask a hub to end a subscription: it ends by itself.
            default -> HubAnswer.UNKNOWN;
        };
    }

    private HubAnswer agreed(HubSubscription subscription, String challenge, @Nullable String lease) {
        ledger.agreed(subscription, lease(lease));
        LOG.debug("A hub tells of the source from now on sourceId={}", subscription.sourceId());
        return new HubAnswer(200, challenge);
    }

    private static Duration lease(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("\\d{1,12}")) {
            return Duration.ofDays(1);
        }
        Duration lease = Duration.ofSeconds(Long.parseLong(seconds));
        if (lease.compareTo(SHORTEST_LEASE) < 0) {
            return SHORTEST_LEASE;
        }
        return lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease;
    }

    /// A hub tells that there is news (POST).
    ///
    /// @param signature the header `X-Hub-Signature`; null when there is none
    /// @param body as it came
    public HubAnswer told(String token, @Nullable String signature, byte[] body) {
        HubSubscription subscription = ledger.byToken(token);
        if (subscription == null) {
            // Tells the hub to stop (section 7).
            return new HubAnswer(410, "");
        }
        if (signed(subscription.secret(), signature, body)) {
            ledger.poll(subscription.sourceId(), BETWEEN_POLLS);
        } else {
            LOG.debug("A call that is not signed by the hub changes nothing sourceId={}", subscription.sourceId());
        }
        return HubAnswer.TAKEN;
    }

    private static boolean signed(String secret, @Nullable String signature, byte[] body) {
        String[] parts = signature == null ? new String[0] : signature.strip().split("=", 2);
        String algorithm = parts.length == 2 ? ALGORITHMS.get(parts[0].toLowerCase(Locale.ROOT)) : null;
        if (algorithm == null) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
            String expected = HexFormat.of().formatHex(mac.doFinal(body));
            return MessageDigest.isEqual(
                    expected.getBytes(UTF_8), parts[1].toLowerCase(Locale.ROOT).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has these", e);
        }
    }
}
