package org.supplierscope.ingest.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a request ended.
public sealed interface FetchOutcome {

    /// The server answered 2xx with a body.
    ///
    /// @param url the address that was asked
    /// @param status 200 to 299
    /// @param headers in the order received; content codings are undone and their headers left out
    /// @param body the whole decoded body
    @SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on once; nobody compares them
    record Fetched(URI url, int status, List<Map.Entry<String, String>> headers, byte[] body) implements FetchOutcome {

        /// The first value of a header by its name in any case, or null.
        public @Nullable String header(String name) {
            return HeaderFields.first(headers, name);
        }
    }

    /// The server said that nothing has changed since the last time (304).
    ///
    /// @param headers in the order received; they may renew validators and freshness (RFC 9111, section 4.3.4)
    record NotModified(List<Map.Entry<String, String>> headers) implements FetchOutcome {

        /// The first value of a header by its name in any case, or null.
        public @Nullable String header(String name) {
            return HeaderFields.first(headers, name);
        }
    }

    /// The server sent the reader elsewhere. The new address is asked in its own turn, by its own host's rules.
    ///
    /// @param target absolute
    /// @param permanent whether it said so (301, 308)
    record Redirected(URI target, boolean permanent) implements FetchOutcome {}

    /// We did not ask, or did not take the answer, because of a rule; asking again will not help.
    ///
    /// @param reason for people
    record Refused(Refusal kind, String reason) implements FetchOutcome {}

    /// It went wrong.
    ///
    /// @param reason for people
    /// @param retryAfter how long the server asked us to wait; null when it did not
    /// @param status the status code of the answer, such as 410; 0 when there was no answer
    record Failed(Failure kind, String reason, @Nullable Duration retryAfter, int status) implements FetchOutcome {

        /// A failure without an answer.
        public Failed(Failure kind, String reason, @Nullable Duration retryAfter) {
            this(kind, reason, retryAfter, 0);
        }
    }

    /// Why a request was refused by us.
    enum Refusal {
        /// The site's robots.txt forbids the address.
        ROBOTS,
        /// The address is not on the public internet, or not http or https.
        ADDRESS,
        /// The body is larger than we take.
        TOO_LARGE
    }

    /// What went wrong.
    enum Failure {
        /// The name has no address.
        NO_SUCH_HOST,
        /// No connection, or it broke.
        CONNECTION,
        /// The answer was not whole within the deadline.
        DEADLINE,
        /// The certificate or the TLS handshake failed.
        TLS,
        /// What came back was not HTTP, or its coding was broken.
        PROTOCOL,
        /// The server answered 4xx.
        CLIENT_ERROR,
        /// The server answered 5xx.
        SERVER_ERROR,
        /// The server asked us to slow down: 429, or 503 with Retry-After.
        SLOW_DOWN,
        /// In place of the answer came a test whether we are a person, or a block of robots, whatever the
        /// status.
        CHALLENGE
    }
}
