package org.supplierscope.analysis.stance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.Mention;

/// Takes passages apart. Immutable and thread-safe.
final class Parser {

    /// From this share of all mentions on a supplier is what the passage is about.
    private static final double TOPIC_SHARE = 0.5;

    private final Tokeniser tokeniser = new Tokeniser(new Lexicon());
    private final Attribution attribution = new Attribution(new Grammar());

    /// @param titleEnd offset after the title
    /// @param mentions all of the passage, in order
    Parse parse(FoldedText text, int titleEnd, List<Sentence> sentences, List<Mention> mentions) {
        var named = new LinkedHashSet<String>();
        mentions.forEach(mention -> named.add(mention.supplier()));
        Discourse discourse = new Discourse(named, properNouns(text));
        Subject.Suppliers topic = topic(mentions, titleEnd);
        if (topic != null) {
            discourse.noteTopic(topic);
        }
        Ledger ledger = new Ledger();
        List<List<Token>> tokens = new ArrayList<>();
        List<List<Subject>> subjects = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            while (first < mentions.size() && mentions.get(first).end() <= sentence.start()) {
                first++;
            }
            if (beginsParagraph(text, sentence)) {
                discourse.newParagraph();
            }
            tokens.add(tokeniser.tokens(text, sentence, mentions, first));
            subjects.add(attribution.read(text, i, tokens.getLast(), discourse, ledger));
        }
        // Most articles name no supplier: nobody looks at their units.
        List<List<Unit>> units = named.isEmpty()
                ? List.of()
                : tokens.stream().map(each -> Units.of(text, each)).toList();
        return new Parse(text, mentions, named, sentences, tokens, units, subjects, ledger, discourse.buyers());
    }

    /// Whom the passage is about: the supplier that it names more often than all others together,
    /// a name in the title counted twice; null if there is none.
    private static Subject.@Nullable Suppliers topic(List<Mention> mentions, int titleEnd) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        int all = 0;
        for (Mention mention : mentions) {
            int weight = mention.start() < titleEnd ? 2 : 1;
            counts.merge(mention.supplier(), weight, Integer::sum);
            all += weight;
        }
        double enough = TOPIC_SHARE * all;
        return counts.entrySet().stream()
                .filter(each -> each.getValue() > enough)
                .findFirst()
                .map(each -> new Subject.Suppliers(List.of(each.getKey())))
                .orElse(null);
    }

    private static boolean beginsParagraph(FoldedText text, Sentence sentence) {
        int before = sentence.start() - 1;
        while (before > 0 && text.at(before) != '\n' && Character.isWhitespace(text.at(before))) {
            before--;
        }
        return before > 0 && text.at(before) == '\n';
    }

    private static Set<String> properNouns(FoldedText text) {
        Set<String> nouns = new HashSet<>();
        String original = text.original();
        for (int at = 2; at < text.length(); at++) {
            if (Character.isUpperCase(original.charAt(at))
                    && !FoldedText.isWord(text.at(at - 1))
                    && (text.at(at - 1) == ' '
                            && (Character.isLowerCase(original.charAt(at - 2)) || text.at(at - 2) == ','))) {
                int end = text.wordEnd(at);
                nouns.add(text.slice(at, end));
                at = end;
            }
        }
        return nouns;
    }
}
