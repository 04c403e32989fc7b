package org.supplierscope.search.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.published.SourceStatus;

/// A source as the sources page shows it.
///
/// @param status what is known of it
/// @param label its state in one or two words
/// @param css `good`, `bad`, `warn` or empty
/// @param remarks what a reader should know, worst first
/// @param kind what is polled, in a word
/// @param median articles a day, as printed
/// @param lastNew how long ago its newest article appeared, as printed
/// @param lastAnswer how long ago it last answered
/// @param nextPoll when it is asked next
public record SourceView(
        SourceStatus status,
        String label,
        String css,
        List<String> remarks,
        String kind,
        String median,
        String lastNew,
        String lastAnswer,
        String nextPoll) {

    static SourceView of(SourceStatus status, Instant now) {
        SourceState state = status.state() == null ? SourceState.ACTIVE : status.state();
        String label = switch (state) {
            case PAUSED -> "Paused";
            case ENDED -> "Ended";
            case REMOVED -> "Removed";
            case ACTIVE -> active(status);
        };
        String css = switch (state) {
            case PAUSED, REMOVED -> "";
            case ENDED -> "bad";
            case ACTIVE ->
                status.error() != null ? "bad" : label.equals("Heard") ? "good" : label.equals("Silent") ? "warn" : "";
        };
        return new SourceView(
                status,
                label,
                css,
                remarks(status),
                kind(status.kind()),
                status.medianArticlesPerDay() == null
                        ? "–"
                        : String.format(Locale.ROOT, "%.1f", status.medianArticlesPerDay())
                                .replaceFirst("\\.0$", ""),
                ago(status.lastNew(), now, "none yet"),
                ago(status.lastSuccess(), now, "never"),
                in(status.nextPoll(), now));
    }

    private static String active(SourceStatus status) {
        if (status.error() != null) {
            return "Error";
        }
        if (status.silentSince() != null) {
            return "Silent";
        }
        return status.lastSuccess() == null ? "Not asked yet" : "Heard";
    }

    private static List<String> remarks(SourceStatus status) {
        List<String> remarks = new ArrayList<>();
        if (status.stateReason() != null) {
            remarks.add(status.stateReason());
        }
        boolean active = status.state() == null || status.state() == SourceState.ACTIVE;
        // What went wrong before a source was paused or left is of no use to anybody; its end has its own
        // reason.
        if (active && status.error() != null) {
            String since = status.errorSince() == null ? "" : " (since " + minute(status.errorSince()) + ")";
            Instant next = status.backingOffUntil() == null ? status.nextPoll() : null;
            remarks.add(status.error() + since + (next == null ? "" : "; asked again at " + minute(next)));
        }
        if (status.silentSince() != null) {
            remarks.add("Nothing new since " + minute(status.silentSince()) + ", which is long for this source.");
        }
        if (active && status.backingOffUntil() != null) {
            remarks.add("The site asked us to slow down; left alone until " + minute(status.backingOffUntil()) + ".");
        }
        if (status.movedFrom() != null) {
            remarks.add("Moved from " + status.movedFrom() + ".");
        }
        if (status.quarantined() != null) {
            remarks.add(
                    status.quarantined() + " addresses came in a burst and are held back until they prove to be new.");
        }
        if (status.leftOut() != null) {
            remarks.add(status.leftOut() + " entries of its last answer were beyond what is taken from one.");
        }
        if (Boolean.TRUE.equals(status.unverifiedCertificate())) {
            remarks.add("Its certificate is not verified, as was asked for.");
        }
        return List.copyOf(remarks);
    }

    private static String kind(@Nullable SourceKind kind) {
        return switch (kind) {
            case null -> "feed";
            case FEED -> "feed";
            case SITEMAP -> "sitemap";
            case PAGE -> "page";
            case SITE -> "looking for its feed";
        };
    }

    /// Whether it can be paused.
    public boolean running() {
        return status.state() == null || status.state() == SourceState.ACTIVE;
    }

    /// Whether it is no longer read at all.
    public boolean removed() {
        return status.state() == SourceState.REMOVED;
    }

    private static String ago(@Nullable Instant then, Instant now, String never) {
        if (then == null) {
            return never;
        }
        Duration passed = Duration.between(then, now);
        return passed.isNegative() || passed.toMinutes() < 1 ? "just now" : length(passed) + " ago";
    }

    private static String in(@Nullable Instant then, Instant now) {
        if (then == null) {
            return "–";
        }
        Duration left = Duration.between(now, then);
        return left.isNegative() || left.toMinutes() < 1 ? "now" : "in " + length(left);
    }

    private static String length(Duration duration) {
        if (duration.toDays() > 1) {
            return duration.toDays() + " days";
        }
        return duration.toHours() > 1 ? duration.toHours() + " h" : duration.toMinutes() + " min";
    }

    private static String minute(Instant instant) {
        return instant.toString().substring(0, 16).replace('T', ' ') + " UTC";
    }
}
