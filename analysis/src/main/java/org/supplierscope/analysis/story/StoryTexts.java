package org.supplierscope.analysis.story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The labelled articles that the weights are learned from.
///
/// @param name of the weights that are learned from them: it holds a digest of the texts and of
/// the background that ships, since the traits depend on both
/// @param articles in the order of the files
public record StoryTexts(String name, List<LabelledArticle> articles) {

    /// Copies the list.
    public StoryTexts {
        articles = List.copyOf(articles);
    }

    /// Reads the `.txt` files of a folder.
    ///
    /// @throws IOException when something cannot be read or has not its form
    public static StoryTexts of(Path folder) throws IOException {
        MessageDigest digest = digest();
        try (InputStream background = StoryTexts.class.getResourceAsStream("background.tsv")) {
            digest.update(Objects.requireNonNull(background, "background.tsv").readAllBytes());
        }
        List<LabelledArticle> articles = new ArrayList<>();
        for (Path file : files(folder)) {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            digest.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
            articles.addAll(LabelledArticle.read(file.toString(), lines));
        }
        return new StoryTexts(
                "events-1-" + HexFormat.of().formatHex(digest.digest()).substring(0, 8), articles);
    }

    /// The `.txt` files of a folder, in their order.
    ///
    /// @throws IOException when it cannot be read
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
