package org.supplierscope.ingest.fetch;

import java.time.Duration;

/// How the web is asked.
///
/// @param contact an address (mail or web) by which a site's owner reaches whoever runs this crawler; part of
/// the
/// User-Agent
/// @param deadline the longest that one request may take from start to last byte, redirects not followed
/// @param maxBodyBytes the largest body taken, in bytes after decoding, at least 1
/// @param compressed whether bodies may come compressed; where not, this is said, and a body that does is
/// refused unread
public record FetchSettings(String contact, Duration deadline, int maxBodyBytes, boolean compressed) {

    /// The name by which robots.txt addresses us.
    public static final String ROBOT = "supplierscope";

    /// Takes bodies that come compressed, as the web's do.
    public FetchSettings(String contact, Duration deadline, int maxBodyBytes) {
        this(contact, deadline, maxBodyBytes, true);
    }

    /// What we say of ourselves with each request.
    public String userAgent() {
        return "Supplierscope/0.1 (+" + contact + ")";
    }
}
