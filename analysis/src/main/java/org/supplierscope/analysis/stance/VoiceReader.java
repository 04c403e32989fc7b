package org.supplierscope.analysis.stance;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.supplierscope.analysis.published.Voice;

/// Tells who says what a sentence says of a supplier.
///
/// A sentence that names analysts, or a house of them, is theirs; else the one of whom the word
/// of saying speaks says it. What nobody is said to say is the article's own.
final class VoiceReader {

    /// Sources that are named by nobody: of the lexicon's sources those that are no analysts.
    private static final Set<String> NAMELESS = Set.of(
            "sources",
            "reports",
            "report",
            "the report",
            "media reports",
            "industry sources",
            "supply chain sources",
            "insiders",
            "news reports",
            "local media",
            "market sources",
            "the newspaper",
            "the paper",
            "reuters",
            "bloomberg",
            "nikkei",
            "digitimes",
            "市場人士",
            "業內人士",
            "媒體",
            "報導",
            "外電",
            "業界人士",
            "供應鏈人士",
            "消息人士");

    private VoiceReader() {}

    static Voice of(Parse parse, int sentence, String supplier) {
        List<Token> tokens = parse.tokens().get(sentence);
        List<Subject> subjects = parse.subjects().get(sentence);
        Voice said = Voice.UNNAMED;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is(WordClass.SOFT) && !token.is(WordClass.SAY)) {
                continue;
            }
            if (token.is(WordClass.SOURCE)) {
                String source = parse.text()
                        .original()
                        .substring(token.start(), token.end())
                        .toLowerCase(Locale.ROOT);
                return NAMELESS.contains(source) ? Voice.UNNAMED : Voice.ANALYST;
            }
            if (token.is(WordClass.SAY) && said == Voice.UNNAMED) {
                said = speaker(subjects.get(i), supplier);
            }
        }
        return said;
    }

    private static Voice speaker(Subject subject, String supplier) {
        return switch (subject) {
            case Subject.Suppliers(List<String> ids) -> ids.contains(supplier) ? Voice.COMPANY : Voice.RIVAL;
            case Subject.Group _ -> Voice.RIVAL;
            case Subject.Other _ -> Voice.UNNAMED;
        };
    }
}
