package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supplierscope.analysis.embedding.Encoders;
import org.supplierscope.analysis.embedding.Encoding;
import org.supplierscope.analysis.embedding.Script;
import org.supplierscope.analysis.embedding.SentenceEncoder;

/// The senses of one passage's sentences. A sentence that names nobody is encoded once for all
/// suppliers. For one thread.
final class Senses {

    private final Parse parse;
    private final Script script;
    private final SentenceEncoder encoder;
    private final Map<String, Encoding> known = new HashMap<>();

    Senses(Parse parse, Encoders encoders) {
        this.parse = parse;
        this.script = Script.of(parse.text().original());
        this.encoder = encoders.of(script);
    }

    /// The sense of each sentence, in order.
    List<Sense> seenFrom(String supplier) {
        List<Encoding> all = new ArrayList<>();
        List<Boolean> named = new ArrayList<>();
        for (int i = 0; i < parse.sentences().size(); i++) {
            Masking masked = Masking.of(parse, i, supplier, script);
            all.add(known.computeIfAbsent(masked.text(), text -> encoder.encode(text, masked.names())));
            named.add(!masked.names().isEmpty());
        }
        boolean alone = parse.named().size() <= 1;
        List<Sense> senses = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            senses.add(new Sense(
                    script,
                    all.get(i),
                    all.get(Math.max(0, i - 1)).whole(),
                    all.get(Math.min(all.size() - 1, i + 1)).whole(),
                    all.getFirst().whole(),
                    named.get(i),
                    alone,
                    i == 0));
        }
        return senses;
    }
}
