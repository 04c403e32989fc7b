package org.supplierscope.ingest.fetch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Header fields as they were received: a name may stand more than once, in any case.
final class HeaderFields {

    private HeaderFields() {}

    /// The first value of a field, or null when there is none.
    static @Nullable String first(List<Map.Entry<String, String>> headers, String name) {
        return headers.stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /// All values of a field whose value is a list, as one list (RFC 9110, section 5.3); empty when there is
    /// none.
    static String joined(List<Map.Entry<String, String>> headers, String name) {
        return String.join(
                ",",
                headers.stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(name))
                        .map(Map.Entry::getValue)
                        .toList());
    }
}
