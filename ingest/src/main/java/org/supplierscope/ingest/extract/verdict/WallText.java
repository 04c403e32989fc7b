package org.supplierscope.ingest.extract.verdict;

import java.util.regex.Pattern;

/// Tells the words of a wall from those of an article that the same page declares: walls are sent with the
/// headline, the day and the structured data of the article that they hide.
///
/// So where structured data name a dated article, what the page shows decides: nearly all of it must be what
/// walls say, and the declared headline must not be about such a thing, as that of a story about cookies or
/// about a closed service is. Where the page shows far less than it declares, half is enough.
final class WallText {

    private static final double NEARLY_ALL = 0.8;
    private static final double HALF = 0.5;
    /// A phrase makes at least this part of a sentence of a wall; in a story it stands among other words.
    private static final double PART_OF_SENTENCE = 0.25;
    /// Sentences end here in any script.
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?…])\\s|(?<=[。！？])|\\n");
    /// More sentences are an article.
    private static final int MOST_SENTENCES = 60;

    private WallText() {}

    /// Whether the declared article is about what the wall says, so that its words prove nothing.
    static boolean isTopic(PageEvidence page, Phrases phrases) {
        return phrases.in(page.structured().headline()) != null;
    }

    /// Which part of the text must be the wall's.
    static double enough(PageEvidence page) {
        return page.showsFarLessThanDeclared() ? HALF : NEARLY_ALL;
    }

    /// The part of the text, 0 to 1, that stands in sentences which are mostly one of the phrases.
    static double share(String text, Phrases phrases) {
        int about = 0;
        int all = 0;
        for (String sentence : SENTENCE_END.split(text, MOST_SENTENCES)) {
            String phrase = phrases.in(sentence);
            boolean says = phrase != null && phrase.length() >= PART_OF_SENTENCE * sentence.length();
            about += says ? sentence.length() : 0;
            all += sentence.length();
        }
        return all == 0 ? 0 : (double) about / all;
    }
}
