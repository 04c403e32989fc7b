package org.supplierscope.deploy.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// How one host of the local web was treated: whether two requests were there at once, or one came inside the
/// delay that the host is due. Measured where the requests arrive, so that nothing the crawler believes counts.
final class Manners {

    private final String host;
    private final Duration delay;
    private int underWay;
    private long requests;
    private long firstBegin = Long.MAX_VALUE;
    private long lastEnd = Long.MIN_VALUE;
    private final List<String> breaches = Collections.synchronizedList(new ArrayList<>());

    /// @param host for messages
    /// @param delay the least time from the end of an answer to the next request
    Manners(String host, Duration delay) {
        this.host = host;
        this.delay = delay;
    }

    /// A request has arrived.
    synchronized void begins(String path) {
        long now = System.nanoTime();
        requests++;
        firstBegin = Math.min(firstBegin, now);
        if (underWay > 0) {
            breaches.add(host + path + ": asked while another request was under way");
        } else if (lastEnd != Long.MIN_VALUE) {
            var gap = Duration.ofNanos(now - lastEnd);
            if (gap.compareTo(delay) < 0) {
                breaches.add(host + path + ": asked " + gap.toMillis() + " ms after the answer before, not "
                        + delay.toMillis() + " ms");
            }
        }
        underWay++;
    }

    /// The exchange is over: the answer is sent, or the other side has hung up.
    synchronized void ends() {
        underWay--;
        lastEnd = System.nanoTime();
    }

    /// What went against the rules, in words.
    List<String> breaches() {
        return List.copyOf(breaches);
    }

    /// `host:port`.
    String host() {
        return host;
    }

    synchronized long requests() {
        return requests;
    }

    /// When the first request arrived, by [System#nanoTime()]; `Long.MAX_VALUE` before it.
    synchronized long firstBegin() {
        return firstBegin;
    }
}
