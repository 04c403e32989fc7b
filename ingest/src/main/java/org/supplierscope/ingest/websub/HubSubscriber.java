package org.supplierscope.ingest.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.Fetcher;
import org.supplierscope.ingest.frontier.Frontier;
import org.supplierscope.ingest.frontier.FrontierException;
import org.supplierscope.ingest.frontier.Loan;
import org.supplierscope.ingest.frontier.Rest;

/// Asks hubs to tell us of news, and again before an agreement ends (WebSub, section 5.1).
///
/// A hub is a host like any other: it is asked under its lease, with the usual pause. One that does not agree
/// is asked again after an hour, then two, up to a week; its feeds are polled as if there were none.
public final class HubSubscriber implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HubSubscriber.class);

    private static final Duration PERIOD = Duration.ofSeconds(2);
    private static final int AT_ONCE = 20;
    private static final long WANTED_LEASE = Duration.ofDays(10).toSeconds();

    private final HubLedger ledger;
    private final Frontier frontier;
    private final Fetcher fetcher;
    private final URI publicAddress;
    private final Duration pause;
    private volatile @Nullable Thread thread;

    /// @param ledger what is agreed on
    /// @param frontier lends hosts
    /// @param fetcher asks; is not closed here
    /// @param publicAddress where hubs reach this service, without a slash at the end
    /// @param pause how long a hub is left alone after a request
    public HubSubscriber(HubLedger ledger, Frontier frontier, Fetcher fetcher, URI publicAddress, Duration pause) {
        this.ledger = ledger;
        this.frontier = frontier;
        this.fetcher = fetcher;
        this.publicAddress = publicAddress;
        this.pause = pause;
    }

    /// Starts asking.
    public void start() {
        thread = Thread.ofVirtual().name("hub-subscriber").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PERIOD);
                try {
                    ledger.take(AT_ONCE).forEach(this::ask);
                } catch (FrontierException e) {
                    LOG.warn("Subscriptions at hubs cannot be looked after now: {}", e.getMessage());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(HubSubscription subscription) {
        CanonicalAddress hub = CanonicalAddress.of(subscription.offer().hub());
        Loan loan = frontier.borrow(hub.authority());
        if (loan == null) {
            ledger.postpone(subscription, PERIOD);
            return;
        }
        FetchOutcome outcome = fetcher.post(
                subscription.offer().hub(),
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                form(subscription));
        frontier.giveBack(loan, new Rest(pause, loan.strikes()));
        LOG.debug("Asked a hub sourceId={} hub={} answer={}", subscription.sourceId(), hub.uri(), told(outcome));
    }

    private byte[] form(HubSubscription subscription) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("hub.mode", "subscribe");
        fields.put("hub.topic", subscription.offer().topic().toString());
        fields.put("hub.callback", publicAddress + "/websub/" + subscription.token());
        fields.put("hub.secret", subscription.secret());
        fields.put("hub.lease_seconds", Long.toString(WANTED_LEASE));
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(UTF_8);
    }

    private static String told(FetchOutcome outcome) {
        return switch (outcome) {
            case FetchOutcome.Fetched fetched -> "HTTP " + fetched.status();
            case FetchOutcome.NotModified _ -> "nothing new";
            case FetchOutcome.Redirected redirected -> "elsewhere: " + redirected.target();
            case FetchOutcome.Refused refused -> refused.reason();
            case FetchOutcome.Failed failed -> failed.reason();
        };
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
