package org.supplierscope.analysis.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.catalogue.KnownName;
import org.supplierscope.analysis.catalogue.Supplier;

/// How much a term tells, by how common it is in a background of our own texts that ships with
/// the program; see [Background].
///
/// Nothing is learned from the stream, so the weight of a term is the same on every instance and
/// after every replay.
public final class Commonness {

    /// The smoothing of the inverse document frequency: the background is small and of one trade,
    /// so a term that it lacks is not taken for rarer than one in about twice as many texts.
    private static final int TEXTS = 300;

    /// Firms that the product follows are in much of its news: their names tell what it is about, but not
    /// which event. So the words of the shipped catalogue's names count as standing in three texts of a
    /// hundred.
    private static final double FOLLOWED = 0.03;
    private static final Commonness SHIPPED = read();

    private final Map<String, Double> shares;

    private Commonness(Map<String, Double> shares) {
        this.shares = Map.copyOf(shares);
    }

    /// The background that ships with the program.
    static Commonness shipped() {
        return SHIPPED;
    }

    /// From 0 (stands everywhere) to about 6.4 (stands nowhere in the background): ln of the
    /// smoothed inverse share of texts.
    double weight(String term) {
        return Math.max(0, Math.log((TEXTS + 0.5) / (TEXTS * shares.getOrDefault(term, 0.0) + 0.5)));
    }

    private static Commonness read() {
        Map<String, Double> shares = new HashMap<>();
        read("background.tsv", line -> {
            int tab = line.indexOf('\t');
            shares.merge(line.substring(0, tab), Double.valueOf(line.substring(tab + 1)), Math::max);
        });
        for (Supplier supplier : Catalogue.shipped().suppliers()) {
            for (KnownName name : supplier.names()) {
                Wording.of(name.text()).forEach(word -> shares.merge(word.text(), FOLLOWED, Math::max));
            }
        }
        read("everyday-words.txt", line -> {
            Wording.of(line).forEach(word -> shares.put(word.text(), 1.0));
        });
        return new Commonness(shares);
    }

    private interface Line {
        void read(String line);
    }

    private static void read(String name, Line each) {
        try (InputStream in = Commonness.class.getResourceAsStream(name);
                var lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8))) {
            lines.lines().forEach(each::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
