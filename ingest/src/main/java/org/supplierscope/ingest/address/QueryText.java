package org.supplierscope.ingest.address;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The query of an address as a list of parameters, whose order is kept: servers may care.
final class QueryText {

    /// Parameters that campaigns, mailings and social networks append and that never choose what a page shows.
    private static final AddressWords TRACKING = AddressWords.read("tracking-parameters.txt");

    private QueryText() {}

    /// @param name as written
    /// @param value as written; empty when there is none
    record Parameter(String name, String value, String text) {}

    static List<Parameter> parameters(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(text -> {
                    String[] parts = text.split("=", 2);
                    return new Parameter(parts[0], parts.length > 1 ? parts[1] : "", text);
                })
                .toList();
    }

    /// The query without parameters that say where the reader came from or who he is; may be empty.
    static String withoutTracking(String query) {
        return kept(
                query,
                parameter -> !TRACKING.contains(PercentSet.decoded(parameter.name()))
                        && !SessionForm.isSession(parameter.name(), parameter.value()));
    }

    /// The parameters that pass, and none without a name.
    static String kept(String query, Predicate<Parameter> filter) {
        return parameters(query).stream()
                .filter(parameter -> !parameter.name().isEmpty() && filter.test(parameter))
                .map(Parameter::text)
                .collect(Collectors.joining("&"));
    }
}
