package org.supplierscope.analysis.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.catalogue.Entry.Said;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// Reads the entries of one file from the nodes of its YAML, so that every complaint can name the
/// line. It goes on after a mistake, so that one look tells all of them.
final class EntryReader {

    private static final List<String> LANGUAGES = List.of("zh-Hant", "zh-Hans", "ja", "de");
    private static final List<String> NAME_LISTS =
            List.of("names", "zh-Hant", "zh-Hans", "ja", "de", "case-sensitive", "needs-context", "never-alone");
    private static final List<String> SUPPLIER_TEXTS = List.of("name", "legal", "country", "role", "parent");
    private static final List<String> THEME_TEXTS = List.of("name", "about");
    private static final List<String> RULES = List.of("name", "near", "unless-before", "unless-after", "unless-near");

    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TEXT = 1_000;
    private static final int MOST_WORDS = 200;

    private final CatalogueFile file;
    private final Mistakes mistakes;

    /// @param mistakes gets what is wrong
    EntryReader(CatalogueFile file, Mistakes mistakes) {
        this.file = file;
        this.mistakes = mistakes;
    }

    /// The entries of a file, in its order.
    record Entries(List<Entry> suppliers, List<Entry> themes) {}

    Entries read() {
        List<Entry> suppliers = new ArrayList<>();
        List<Entry> themes = new ArrayList<>();
        Node root = YamlTree.root(file, mistakes);
        switch (root) {
            case null -> {}
            case SequenceNode list -> list.getValue().forEach(node -> supplier(node, suppliers));
            case MappingNode mapping when has(mapping, "id") -> supplier(mapping, suppliers);
            case MappingNode mapping -> {
                Map<String, Node> keys = keys(mapping, "the file", List.of("suppliers", "themes"));
                items(keys.get("suppliers"), "suppliers").forEach(node -> supplier(node, suppliers));
                items(keys.get("themes"), "themes").forEach(node -> theme(node, themes));
            }
            default ->
                mistake(root, "a list of suppliers is expected, or one supplier, or the keys 'suppliers' and 'themes'");
        }
        return new Entries(suppliers, themes);
    }

    private static boolean has(MappingNode mapping, String key) {
        return mapping.getValue().stream()
                .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key));
    }

    private void supplier(Node node, List<Entry> suppliers) {
        entry(node, "a supplier", SUPPLIER_TEXTS, List.of("tickers"), suppliers);
    }

    private void theme(Node node, List<Entry> themes) {
        entry(node, "a theme", THEME_TEXTS, List.of(), themes);
    }

    private void entry(Node node, String what, List<String> textKeys, List<String> moreKeys, List<Entry> entries) {
        List<String> known = new ArrayList<>(List.of("id", "drop", "removed"));
        known.addAll(textKeys);
        known.addAll(moreKeys);
        known.addAll(NAME_LISTS);
        if (!(node instanceof MappingNode)) {
            mistake(node, what + " is expected: keys with values, such as 'id: largan-precision'");
            return;
        }
        Map<String, Node> keys = keys(node, what, known);
        Node idNode = keys.get("id");
        String id = idNode == null ? null : text(idNode, "id");
        if (idNode == null || id == null || id.length() > LONGEST_ID || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            if (idNode == null) {
                mistake(node, "id: is missing; " + what + " needs one, such as largan-precision");
            } else if (id != null) {
                mistake(
                        idNode,
                        "id: '" + Writing.quoted(id) + "' is not a slug; use a-z, 0-9 and single hyphens, " + LONGEST_ID
                                + " characters at most");
            }
            return;
        }
        Map<String, Said<String>> texts = new HashMap<>();
        for (String key : textKeys) {
            Node value = keys.get(key);
            String text = value == null ? null : text(value, key);
            if (value != null && text != null) {
                texts.put(key, new Said<>(text, place(value)));
            }
        }
        List<Said<KnownName>> names = new ArrayList<>();
        for (String key : NAME_LISTS) {
            Set<String> listed = new HashSet<>();
            for (Node item : items(keys.get(key), key)) {
                KnownName name = name(item, key);
                if (name != null && listed.add(name.text())) {
                    names.add(new Said<>(name, place(item)));
                } else if (name != null) {
                    mistake(item, key + ": '" + name.text() + "' stands twice; put the two together");
                }
            }
        }
        Said<String> legal = texts.get("legal");
        if (legal != null
                && names.stream().noneMatch(said -> said.value().text().equals(legal.value()))) {
            String objection = NameRule.objection(legal.value(), Caution.FREE);
            if (objection != null) {
                mistakes.add(legal.place().mistake("legal: " + objection));
            } else {
                names.addFirst(new Said<>(KnownName.of(legal.value(), Caution.FREE), legal.place()));
            }
        }
        entries.add(new Entry(
                id,
                file.shipped(),
                place(idNode),
                texts,
                names,
                tickers(keys.get("tickers")),
                new HashSet<>(texts(keys.get("drop"), "drop")),
                removed(keys.get("removed"))));
    }

    private boolean removed(@Nullable Node node) {
        if (node == null) {
            return false;
        }
        boolean removed = node instanceof ScalarNode scalar && scalar.getValue().equals("true");
        if (!removed) {
            mistake(node, "removed: only 'true' is of use; leave the key out to keep the entry");
        }
        return removed;
    }

    private List<Said<Ticker>> tickers(@Nullable Node node) {
        List<Said<Ticker>> tickers = new ArrayList<>();
        for (Node item : items(node, "tickers")) {
            String text = text(item, "tickers");
            if (text != null) {
                Ticker.parse(text)
                        .ifPresentOrElse(
                                ticker -> tickers.add(new Said<>(ticker, place(item))),
                                () -> mistake(
                                        item,
                                        "tickers: '" + Writing.quoted(text)
                                                + "' names no exchange that is known; write CODE.EXCHANGE such as"
                                                + " 3008.TW, or EXCHANGE:CODE such as NASDAQ:COHR"));
            }
        }
        return tickers;
    }

    private @Nullable KnownName name(Node node, String key) {
        Caution caution = caution(key);
        Map<String, Node> keys = node instanceof ScalarNode ? Map.of("name", node) : keys(node, key, RULES);
        Node nameNode = keys.get("name");
        if (nameNode == null) {
            mistake(node, key + ": 'name' is missing; write a name, or {name: …, near: […]}");
            return null;
        }
        if (caution == Caution.FREE && !(node instanceof ScalarNode)) {
            mistake(node, key + ": a name with rules belongs under case-sensitive, needs-context or never-alone");
        }
        String text = text(nameNode, key);
        String objection = text == null ? null : NameRule.objection(text, caution);
        if (text == null || objection != null) {
            if (objection != null) {
                mistake(nameNode, key + ": " + objection);
            }
            return null;
        }
        return new KnownName(
                text,
                LANGUAGES.contains(key) ? key : null,
                caution,
                words(keys.get("near"), "near"),
                words(keys.get("unless-before"), "unless-before"),
                words(keys.get("unless-after"), "unless-after"),
                words(keys.get("unless-near"), "unless-near"));
    }

    private static Caution caution(String key) {
        for (Caution caution : Caution.values()) {
            if (caution.key().equals(key)) {
                return caution;
            }
        }
        return Caution.FREE;
    }

    private Set<String> words(@Nullable Node node, String key) {
        Set<String> words = new HashSet<>();
        texts(node, key).forEach(word -> words.add(word.toLowerCase(Locale.ROOT)));
        if (node != null && words.size() > MOST_WORDS) {
            mistake(
                    node,
                    key + ": more than " + MOST_WORDS + " words, each of which is looked for around every such"
                            + " name; give the telling ones");
        }
        return words;
    }

    private List<String> texts(@Nullable Node node, String key) {
        List<String> texts = new ArrayList<>();
        for (Node item : items(node, key)) {
            String text = text(item, key);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private List<Node> items(@Nullable Node node, String key) {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        if (node != null) {
            mistake(node, key + ": a list is expected; write [one, another]");
        }
        return List.of();
    }

    /// One line of text; `~` and a bare `null` are none.
    private @Nullable String text(Node node, String key) {
        String text = node instanceof ScalarNode scalar && !node.getTag().equals(Tag.NULL)
                ? Writing.line(scalar.getValue())
                : "";
        if (text.isEmpty()) {
            mistake(node, key + ": a text is expected; put it in quotes if it holds a colon or a bracket");
            return null;
        }
        String unseen = Writing.unseen(text);
        if (unseen != null) {
            mistake(node, key + ": " + unseen);
            return null;
        }
        if (text.length() > LONGEST_TEXT) {
            mistake(
                    node,
                    key + ": '" + Writing.quoted(text) + "' is longer than " + LONGEST_TEXT
                            + " characters; shorten it");
            return null;
        }
        return text;
    }

    private Map<String, Node> keys(Node node, String what, List<String> known) {
        Map<String, Node> keys = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            mistake(node, what + ": keys with values are expected, such as 'name: Largan'");
            return keys;
        }
        for (var tuple : mapping.getValue()) {
            String key = text(tuple.getKeyNode(), "a key");
            if (key == null) {
                continue;
            }
            if (!known.contains(key)) {
                mistake(tuple.getKeyNode(), Writing.quoted(key) + ": unknown key" + Spelling.nearest(key, known));
            } else if (keys.put(key, tuple.getValueNode()) != null) {
                mistake(tuple.getKeyNode(), key + ": stands twice in one entry; put the two together");
            }
        }
        return keys;
    }

    private Place place(Node node) {
        return new Place(file.name(), node.getStartMark().getLine() + 1, file.shipped());
    }

    private void mistake(Node node, String what) {
        mistakes.add(place(node).mistake(what));
    }
}
