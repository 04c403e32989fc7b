package org.supplierscope.ingest.extract.markup;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// One JSON-LD script: its objects from the outermost inwards, and those with an `@id` by it.
final class LinkedData {

    /// Deeper nesting is refused: real data stays below 20.
    private static final int MAX_DEPTH = 100;
    private static final int MAX_OBJECTS = 10_000;
    private static final String CDATA = "<![CDATA[";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private final List<JsonNode> objects = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();

    private LinkedData(@Nullable JsonNode root) {
        Deque<JsonNode> open = new ArrayDeque<>();
        if (root != null) {
            open.add(root);
        }
        while (!open.isEmpty() && objects.size() < MAX_OBJECTS) {
            JsonNode node = open.removeFirst();
            if (node.isObject()) {
                objects.add(node);
                String id = node.path("@id").asText("");
                // a bare reference has the id and nothing else
                if (!id.isEmpty() && node.size() > 1) {
                    byId.putIfAbsent(id, node);
                }
            }
            for (JsonNode child : node) {
                if (child.isContainerNode()) {
                    open.addLast(child);
                }
            }
        }
    }

    /// The data of a script; without objects when the script is no JSON, even read with indulgence.
    static LinkedData parse(String script) {
        // some systems escape the script as if it were text
        String json = script.contains("{&quot;") ? Parser.unescapeEntities(script, false) : script;
        int start = firstBracket(json);
        if (start < 0) {
            return new LinkedData(null);
        }
        try {
            return new LinkedData(MAPPER.readTree(json.substring(start)));
        } catch (JacksonException e) {
            return new LinkedData(null);
        }
    }

    /// Comment and CDATA wrappers stand before the first bracket.
    private static int firstBracket(String json) {
        int object = json.indexOf('{');
        int wrapper = json.indexOf(CDATA);
        int array = json.indexOf('[', wrapper >= 0 && wrapper < object ? wrapper + CDATA.length() : 0);
        return array < 0 || (object >= 0 && object < array) ? object : array;
    }

    List<JsonNode> objects() {
        return objects;
    }

    @Nullable
    JsonNode byId(String id) {
        return byId.get(id);
    }
}
