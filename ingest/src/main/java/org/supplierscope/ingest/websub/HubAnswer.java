package org.supplierscope.ingest.websub;

/// What a hub is answered.
///
/// @param status of HTTP
/// @param body plain text; empty for most
public record HubAnswer(int status, String body) {

    static final HubAnswer UNKNOWN = new HubAnswer(404, "");
    static final HubAnswer TAKEN = new HubAnswer(202, "");
}
