package org.supplierscope.analysis.opinion;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// JSON of somebody who may mean harm: no key twice, nothing behind its end, no NaN, no depth.
final class StrictJson {

    /// Our own answers have four levels, the protocols' about ten.
    private static final int DEEPEST = 24;

    private static final int LONGEST_NUMBER = 100;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /// What the bytes say; null when they are not one JSON value.
    static @Nullable JsonNode read(byte[] bytes) {
        try {
            return present(JSON.readTree(bytes));
        } catch (IOException e) {
            return null;
        }
    }

    /// What a text says; null when it is not one JSON value.
    static @Nullable JsonNode read(String text) {
        try {
            return present(JSON.readTree(text));
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable JsonNode present(@Nullable JsonNode node) {
        return node == null || node.isMissingNode() ? null : node;
    }

    /// Whether it is an object with exactly these keys.
    static boolean hasExactly(JsonNode node, Set<String> keys) {
        Set<String> found = new TreeSet<>();
        node.fieldNames().forEachRemaining(found::add);
        return node.isObject() && found.equals(keys);
    }
}
