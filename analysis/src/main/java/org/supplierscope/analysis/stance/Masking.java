package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.supplierscope.analysis.embedding.Script;
import org.supplierscope.analysis.embedding.Span;

/// A sentence under invented names: one for the supplier that it is seen from, others for the
/// rest. So nothing is learned of a firm, and the encoder knows whom it is asked about.
///
/// Its letters are folded as for the matching of names: Traditional characters as Simplified
/// ones, which the Chinese model read nearly alone when it was made.
///
/// @param text the sentence
/// @param names where the supplier is named
record Masking(String text, List<Span> names) {

    private static final Map<Script, List<String>> NAMES = Map.of(
            Script.LATIN, List.of("acme", "orion", "vertex", "zenith"),
            Script.HAN, List.of("甲公司", "乙公司", "丙公司", "丁公司"));

    /// Masks a sentence of a passage.
    static Masking of(Parse parse, int sentence, String supplier, Script script) {
        List<String> names = NAMES.getOrDefault(script, List.of());
        List<String> others = new ArrayList<>();
        var text = new StringBuilder();
        List<Span> spans = new ArrayList<>();
        int at = parse.sentences().get(sentence).start();
        for (Token token : parse.tokens().get(sentence)) {
            if (!token.isName() || token.start() < at) {
                continue;
            }
            text.append(parse.text().slice(at, token.start()));
            int start = text.length();
            if (supplier.equals(token.supplier())) {
                text.append(names.getFirst());
                spans.add(new Span(start, text.length()));
            } else {
                String other = String.valueOf(token.supplier());
                if (!others.contains(other)) {
                    others.add(other);
                }
                text.append(names.get(Math.min(1 + others.indexOf(other), names.size() - 1)));
            }
            at = token.end();
        }
        text.append(parse.text()
                .slice(at, Math.max(at, parse.sentences().get(sentence).end())));
        return new Masking(text.toString(), spans);
    }
}
