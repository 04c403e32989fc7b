package org.supplierscope.ingest.source;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.address.LinkText;
import org.supplierscope.ingest.published.SourceKind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// The list of sources, a YAML file:
///
/// ```yaml
/// sources:
///   - name: DIGITIMES Asia
///     feed: https://www.digitimes.com/rss/daily.xml
///     home: https://www.digitimes.com       # optional
///     language: en                          # optional
///     kind: feed                            # optional; or sitemap, page, site
///     accept-any-certificate: false         # optional
///     id: digitimes-asia                    # optional; made from the name
/// ```
///
/// The file is read by its nodes rather than into objects, because only nodes know the line of each key.
public final class SourceList {

    private static final Set<String> KEYS =
            Set.of("id", "name", "home", "feed", "language", "kind", "accept-any-certificate");

    /// A list beyond this was not written by people; the crawl could not be polite to so many in a day.
    private static final int MAX_SOURCES = 100_000;

    private static final int MAX_NAME = 300;
    /// RFC 5646, section 4.4.1, asks for at least 35.
    private static final int MAX_LANGUAGE = 35;

    private final Path file;
    private final Map<String, Integer> lineOfId = new HashMap<>();

    private SourceList(Path file) {
        this.file = file;
    }

    /// Reads a list.
    ///
    /// @throws SourceListException when the file is missing, is not YAML, has an unknown or missing key, an
    /// address
    /// that is none, or the same id twice; the message names the file, the line and the key
    public static List<Source> read(Path file) throws SourceListException {
        return new SourceList(file).sources();
    }

    private List<Source> sources() throws SourceListException {
        Node root = compose();
        if (!(root instanceof MappingNode top)) {
            throw problem(root, "expected the key 'sources' with a list of sources below it");
        }
        List<Source> sources = new ArrayList<>();
        for (NodeTuple entry : top.getValue()) {
            String key = text(entry.getKeyNode());
            if (!key.equals("sources")) {
                throw problem(entry.getKeyNode(), "unknown key '" + key + "'; the only key at the top is 'sources'");
            }
            if (!(entry.getValueNode() instanceof SequenceNode list)) {
                throw problem(entry.getValueNode(), "'sources' must be a list: put '- ' before each source");
            }
            if (list.getValue().size() > MAX_SOURCES) {
                throw problem(list, "more than " + MAX_SOURCES + " sources");
            }
            for (Node item : list.getValue()) {
                sources.add(source(item));
            }
        }
        return List.copyOf(sources);
    }

    private @Nullable Node compose() throws SourceListException {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (Reader reader = Files.newBufferedReader(file)) {
            return new Yaml(new SafeConstructor(options)).compose(reader);
        } catch (NoSuchFileException e) {
            throw new SourceListException(file, 0, "there is no such file", e);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new SourceListException(file, line, "not valid YAML: " + e.getProblem(), e);
        } catch (YAMLException | IOException e) {
            if (e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException) {
                throw new SourceListException(file, 0, "cannot be read: it is not text in UTF-8", e);
            }
            throw new SourceListException(file, 0, "cannot be read: " + e.getMessage(), e);
        }
    }

    private Source source(Node item) throws SourceListException {
        if (!(item instanceof MappingNode mapping)) {
            throw problem(item, "a source needs at least the keys 'name' and 'feed'");
        }
        Map<String, Node> values = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            String key = text(entry.getKeyNode());
            if (!KEYS.contains(key)) {
                throw problem(
                        entry.getKeyNode(),
                        "unknown key '" + key
                                + "'; a source has name, feed, home, language, kind, accept-any-certificate and id");
            }
            if (values.put(key, entry.getValueNode()) != null) {
                throw problem(entry.getKeyNode(), "the key '" + key + "' stands twice in this source");
            }
        }
        String name = text("name", MAX_NAME, required("name", values, item));
        Node idNode = values.get("id");
        String id = idNode == null ? slug(name) : text(idNode);
        if (!id.matches("[a-z0-9][a-z0-9-]{0,79}")) {
            throw problem(
                    idNode == null ? item : idNode,
                    "the id '" + id
                            + "' must be 1 to 80 lower-case letters, digits and hyphens; give this source one by the key 'id'");
        }
        Integer earlier = lineOfId.putIfAbsent(id, line(item));
        if (earlier != null) {
            throw problem(item, "the id '" + id + "' is already taken by the source in line " + earlier);
        }
        URI feed = address("feed", required("feed", values, item));
        Node home = values.get("home");
        Node language = values.get("language");
        return new Source(
                id,
                name,
                home == null ? null : address("home", home),
                feed,
                kind(values.get("kind")),
                language == null ? null : text("language", MAX_LANGUAGE, language),
                !accepted(values.get("accept-any-certificate")));
    }

    private SourceKind kind(@Nullable Node node) throws SourceListException {
        if (node == null) {
            return SourceKind.FEED;
        }
        String word = text(node);
        for (SourceKind kind : SourceKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw problem(node, "'kind' must be feed, sitemap, page or site (then its listing is looked for)");
    }

    private boolean accepted(@Nullable Node node) throws SourceListException {
        if (node == null) {
            return false;
        }
        String word = text(node);
        if (!word.equals("true") && !word.equals("false")) {
            throw problem(node, "'accept-any-certificate' must be true or false");
        }
        return word.equals("true");
    }

    private String text(String key, int maxLength, Node node) throws SourceListException {
        String text = text(node);
        if (text.length() > maxLength) {
            throw problem(node, "'" + key + "' is longer than " + maxLength + " characters");
        }
        return text;
    }

    private Node required(String key, Map<String, Node> values, Node source) throws SourceListException {
        Node value = values.get(key);
        if (value == null) {
            throw problem(source, "the key '" + key + "' is missing in this source");
        }
        return value;
    }

    private URI address(String key, Node node) throws SourceListException {
        String text = text(node);
        URI uri = LinkText.parse(text);
        if (uri == null || CanonicalAddress.parse(text) == null) {
            String shown = text.length() > 200 ? text.substring(0, 200) + "…" : text;
            throw problem(
                    node,
                    "'" + key + "' must be a full http or https address of at most " + LinkText.MAX_LENGTH
                            + " characters, not '" + shown + "'");
        }
        return uri;
    }

    private String text(Node node) throws SourceListException {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw problem(node, "expected a word or text here");
        }
        return scalar.getValue().strip();
    }

    private SourceListException problem(@Nullable Node node, String problem) {
        return new SourceListException(file, node == null ? 0 : line(node), problem, null);
    }

    private static int line(Node node) {
        return node.getStartMark() == null ? 0 : node.getStartMark().getLine() + 1;
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
