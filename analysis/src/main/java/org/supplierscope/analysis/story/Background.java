package org.supplierscope.analysis.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.supplierscope.analysis.stance.TrainingPassage;
import org.supplierscope.analysis.stance.TrainingPassage.TrainingTextException;

/// Counts in which share of our own texts each term stands; [Commonness] reads the result.
///
/// The texts are the passages that the stance reader is trained on: news of many suppliers, not
/// those that the stories are learned from, in which each event's own words would count as
/// common.
public final class Background {

    /// A term that fewer texts have is a name or chance.
    private static final int LEAST = 3;

    private final Map<String, Shares> languages = new TreeMap<>();

    /// Of one language.
    private static final class Shares {
        private final Map<String, Integer> counts = new TreeMap<>();
        private int texts;

        void add(String text) {
            texts++;
            var terms = new TreeSet<String>();
            Wording.of(text).forEach(term -> terms.add(term.text()));
            terms.forEach(term -> counts.merge(term, 1, Integer::sum));
        }

        /// Rounded up to four decimals.
        void into(Map<String, Double> shares) {
            counts.forEach((term, count) -> {
                if (count >= LEAST) {
                    shares.merge(term, Math.ceil(1e4 * count / texts) / 1e4, Math::max);
                }
            });
        }
    }

    /// Counts a text.
    ///
    /// @param language BCP 47 tag; scripts of one language are counted together
    Background add(String language, String text) {
        languages.computeIfAbsent(language.split("-", 2)[0], _ -> new Shares()).add(text);
        return this;
    }

    /// Counts the passages of a folder.
    ///
    /// @throws IOException when something cannot be read or has not its form
    public static Background of(Path passages) throws IOException {
        var background = new Background();
        for (Path file : StoryTexts.files(passages)) {
            for (TrainingPassage passage : passages(file)) {
                // A supplier's letter is no word.
                String text = String.join("\n", passage.sentences()).replaceAll("\\[[A-D]]", "");
                background.add(passage.language(), text);
            }
        }
        return background;
    }

    /// Term, tab and share, in the order of the terms.
    public List<String> lines() {
        Map<String, Double> shares = new TreeMap<>();
        languages.values().forEach(each -> each.into(shares));
        return shares.entrySet().stream()
                .map(each -> each.getKey() + "\t" + each.getValue())
                .toList();
    }

    private static List<TrainingPassage> passages(Path file) throws IOException {
        try {
            return TrainingPassage.read(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (TrainingTextException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
