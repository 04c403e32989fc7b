package org.supplierscope.analysis.catalogue;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Reads a catalogue from the nodes of its YAML, so that every complaint can name the line.
final class CatalogueReader {

    private static final Set<String> KEYS =
            Set.of("id", "name", "legal", "country", "role", "parent", "tickers", "names", "exact", "wary", "short");
    private static final Set<String> NAME_KEYS = Set.of("name", "near", "unless-before", "unless-after");
    private static final int MAX_CODE_POINTS = 64 * 1024 * 1024;

    private final String file;

    CatalogueReader(String file) {
        this.file = file;
    }

    List<Supplier> read(InputStream in) {
        List<Supplier> suppliers = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, Node> parents = new LinkedHashMap<>();
        for (Node entry : entries(in)) {
            Map<String, Node> keys = mapping(entry, KEYS, "a supplier");
            Supplier supplier = supplier(entry, keys);
            if (!ids.add(supplier.id())) {
                throw mistake(entry, "id: " + supplier.id() + " stands twice");
            }
            Node parent = keys.get("parent");
            if (parent != null) {
                parents.put(text(parent, "parent"), parent);
            }
            suppliers.add(supplier);
        }
        parents.forEach((parent, node) -> {
            if (!ids.contains(parent)) {
                throw mistake(node, "parent: " + parent + " is no id of this file");
            }
        });
        return suppliers;
    }

    private List<Node> entries(InputStream in) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CODE_POINTS);
        Node root;
        try {
            root = new Yaml(new SafeConstructor(options)).compose(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            throw new CatalogueException(file, mark == null ? 1 : mark.getLine() + 1, "not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            throw new CatalogueException(file, "not YAML: " + e.getMessage(), e);
        }
        if (!(root instanceof SequenceNode list)) {
            throw new CatalogueException(file, 1, "a list of suppliers is expected");
        }
        return list.getValue();
    }

    private Supplier supplier(Node entry, Map<String, Node> keys) {
        String id = required(entry, keys, "id");
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw mistake(entry, "id: '" + id + "' is not a slug of a-z, 0-9 and single hyphens");
        }
        List<SupplierName> names = new ArrayList<>();
        String legal = optional(keys, "legal");
        if (legal != null) {
            names.add(SupplierName.of(legal, Caution.FREE));
        }
        for (Caution caution : Caution.values()) {
            String key = caution == Caution.FREE ? "names" : caution.name().toLowerCase(Locale.ROOT);
            for (Node node : items(keys.get(key), key)) {
                names.add(name(node, caution, key));
            }
        }
        if (names.isEmpty()) {
            throw mistake(entry, "names: " + id + " has no name to be recognised by");
        }
        return new Supplier(
                id,
                required(entry, keys, "name"),
                legal,
                required(entry, keys, "country"),
                required(entry, keys, "role"),
                optional(keys, "parent"),
                texts(keys.get("tickers"), "tickers"),
                names);
    }

    private SupplierName name(Node node, Caution caution, String key) {
        if (node instanceof ScalarNode) {
            return SupplierName.of(text(node, key), caution);
        }
        Map<String, Node> keys = mapping(node, NAME_KEYS, key);
        return new SupplierName(
                required(node, keys, "name"),
                caution,
                words(keys.get("near"), "near"),
                words(keys.get("unless-before"), "unless-before"),
                words(keys.get("unless-after"), "unless-after"));
    }

    private Set<String> words(@Nullable Node node, String key) {
        Set<String> words = new HashSet<>();
        for (String word : texts(node, key)) {
            words.add(word.toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private List<String> texts(@Nullable Node node, String key) {
        return items(node, key).stream().map(item -> text(item, key)).toList();
    }

    private List<Node> items(@Nullable Node node, String key) {
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        throw mistake(node, key + ": a list is expected");
    }

    private String required(Node entry, Map<String, Node> keys, String key) {
        Node node = keys.get(key);
        if (node == null) {
            throw mistake(entry, key + ": is missing");
        }
        return text(node, key);
    }

    private @Nullable String optional(Map<String, Node> keys, String key) {
        Node node = keys.get(key);
        return node == null ? null : text(node, key);
    }

    private String text(Node node, String key) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        throw mistake(node, key + ": a text is expected");
    }

    private Map<String, Node> mapping(Node node, Set<String> known, String what) {
        if (!(node instanceof MappingNode mapping)) {
            throw mistake(node, what + ": keys with values are expected");
        }
        Map<String, Node> keys = new LinkedHashMap<>();
        for (var tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode(), "a key");
            if (!known.contains(key)) {
                throw mistake(tuple.getKeyNode(), key + ": unknown key");
            }
            if (keys.put(key, tuple.getValueNode()) != null) {
                throw mistake(tuple.getKeyNode(), key + ": stands twice");
            }
        }
        return keys;
    }

    private CatalogueException mistake(Node node, String what) {
        return new CatalogueException(file, node.getStartMark().getLine() + 1, what);
    }
}
