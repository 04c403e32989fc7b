package org.supplierscope.analysis.stance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.supplierscope.analysis.published.Stance;

/// A passage of our own words with the stance that a careful reader gives each supplier.
record LabelledPassage(String id, String trap, Passage passage, Map<String, Stance> labels) {

    static List<LabelledPassage> all() throws IOException {
        List<LabelledPassage> passages = new ArrayList<>();
        try (var in = Objects.requireNonNull(LabelledPassage.class.getResourceAsStream("passages.jsonl"))) {
            for (JsonNode each : new JsonMapper()
                    .readerFor(JsonNode.class)
                    .<JsonNode>readValues(in)
                    .readAll()) {
                Map<String, Stance> labels = new LinkedHashMap<>();
                each.path("labels")
                        .properties()
                        .forEach(label -> labels.put(
                                label.getKey(), Stance.valueOf(label.getValue().asText())));
                Passage passage = new Passage(
                        each.path("title").asText(),
                        each.path("text").asText(),
                        each.path("language").asText());
                passages.add(new LabelledPassage(
                        each.path("id").asText(), each.path("trap").asText(), passage, labels));
            }
        }
        return passages;
    }
}
