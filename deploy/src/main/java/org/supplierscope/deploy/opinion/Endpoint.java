package org.supplierscope.deploy.opinion;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.opinion.Protocol;

/// Where a model is asked, and how much of it is borne. Every value has been checked by
/// [EndpointReading].
///
/// @param url what is posted to
/// @param protocol how it is spoken to
/// @param model its name there
/// @param key null when none is needed
/// @param deadline the longest that one question may take
/// @param maxAnswerBytes the largest answer taken
/// @param maxCharacters the most of an article that is sent
/// @param perMinute the most questions in a minute
/// @param opened the host and port, if they may be on a private network
record Endpoint(
        URI url,
        Protocol protocol,
        String model,
        @Nullable ApiKey key,
        Duration deadline,
        int maxAnswerBytes,
        int maxCharacters,
        int perMinute,
        Set<String> opened) {}
