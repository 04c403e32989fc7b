package org.supplierscope.deploy.newsroom;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/// Reads a piece from its file: a head in YAML between two lines of hyphens, then paragraphs and `## `
/// headings parted
/// by blank lines.
final class PieceFile {

    private PieceFile() {}

    /// Dates stay text, so that the offset is kept as it was written.
    private static final class TextResolver extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
        }
    }

    static Piece read(String slug, String file) {
        String[] parts = file.split("(?m)^---\\s*$", 3);
        if (parts.length < 3) {
            throw new IllegalArgumentException("the piece " + slug + " has no head between two lines of hyphens");
        }
        var options = new LoaderOptions();
        var yaml = new Yaml(
                new SafeConstructor(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new TextResolver());
        Map<String, Object> head = yaml.load(parts[1]);
        Map<?, ?> source = (Map<?, ?>) head.get("source");
        return new Piece(
                slug,
                text(head, "title"),
                text(head, "author"),
                OffsetDateTime.parse(text(head, "published")),
                text(head, "language"),
                text(head, "section"),
                text(source, "name"),
                text(source, "url"),
                map(head.get("courses")),
                map(head.get("groups")),
                blocks(parts[2]));
    }

    private static List<Piece.Block> blocks(String body) {
        return Arrays.stream(body.strip().split("\\n\\s*\\n", -1))
                .map(block -> block.strip().replaceAll("\\s*\\n\\s*", " "))
                .map(block -> block.startsWith("## ")
                        ? new Piece.Block(true, block.substring(3).strip())
                        : new Piece.Block(false, block))
                .toList();
    }

    private static String text(@Nullable Map<?, ?> head, String key) {
        Object value = head == null ? null : head.get(key);
        if (!(value instanceof String text) || text.isBlank()) {
            throw new IllegalArgumentException("a piece needs the key '" + key + "'");
        }
        return text;
    }

    private static Map<String, String> map(@Nullable Object value) {
        Map<String, String> map = new TreeMap<>();
        if (value instanceof Map<?, ?> given) {
            given.forEach((key, told) -> map.put(String.valueOf(key), String.valueOf(told)));
        }
        return map;
    }
}
