package org.supplierscope.ingest.extract.verdict;

import org.jspecify.annotations.Nullable;

/// Signs of a page whose whole text says too little to tell any news: "Please wait", a name, a time. Under the
/// title that a feed gives it, it would be taken for an article.
///
/// The least that tells what happened is who, does what, to what, and one word of where, when or how much: five
/// words, which one sentence of breaking news has. Pages that declare themselves articles are believed: the
/// flash that is only a headline yet comes with such a declaration.
final class ScantSigns {

    private static final int FEWEST_WORDS = 5;
    /// As many letters as five words of English have; scripts that write no spaces, such as Thai, are counted
    /// so.
    private static final int FEWEST_LETTERS = 25;
    /// A Chinese word has two characters more often than not.
    private static final int CHARACTERS_OF_A_WORD = 2;

    private ScantSigns() {}

    /// Why it tells nothing; null when it may tell something, or shows no text at all.
    static @Nullable String reason(PageEvidence page) {
        String text = page.text();
        return text.isBlank() || page.isDeclaredArticle() || isEnough(text)
                ? null
                : "its whole text is \"" + text.strip().replace("\n\n", " / ") + "\", too little to tell any news";
    }

    private static boolean isEnough(String text) {
        int letters = 0;
        int words = 0;
        int characters = 0;
        boolean in = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = Character.isLetterOrDigit(c);
            boolean alone = letter && c >= 0x2E80;
            letters += letter ? 1 : 0;
            characters += alone ? 1 : 0;
            words += letter && !alone && !in ? 1 : 0;
            in = letter && !alone;
            if (letters >= FEWEST_LETTERS || words + characters / CHARACTERS_OF_A_WORD >= FEWEST_WORDS) {
                return true;
            }
        }
        return false;
    }
}
