package org.supplierscope.ingest.extract.verdict;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Signs of a page that stands in the place of another: not found, maintenance, refusal, log-in, script
/// demanded.
final class ErrorSigns {

    /// About 160 English words: error pages say less, even with a list of other stories.
    private static final int MOST_TEXT = 800;
    /// About sixty English words: here the words of the text may decide without the title's.
    private static final int LITTLE_TEXT = 320;

    private static final int NOTHING = 40;

    private static final Pattern PARTS = Pattern.compile("\\s[|\\-–—·•»]\\s|\\s?[|｜]\\s?");
    private static final int MOST_PARTS = 8;
    /// "404", "Sorry,", "Oops!", a full stop.
    private static final int FEW_LETTERS = 8;

    private static final Phrases TITLES = Phrases.read("error-titles");
    private static final Phrases LINES = Phrases.read("error-lines");
    private static final Phrases LOGIN = Phrases.read("login-titles");

    private ErrorSigns() {}

    /// Why it is an error page; null when it is none.
    static @Nullable String reason(PageEvidence page) {
        if (page.status() >= 400) {
            return "the server answered with HTTP " + page.status();
        }
        if (page.weight() > MOST_TEXT) {
            return null;
        }
        if (page.isDatedArticle()) {
            boolean wall = page.weight() <= LITTLE_TEXT
                    && !WallText.isTopic(page, LINES)
                    && !WallText.isTopic(page, TITLES)
                    && WallText.share(page.text(), LINES) >= WallText.enough(page);
            return wall ? "an article is declared, and the only text says \"" + LINES.in(page.text()) + "\"" : null;
        }
        if (page.survey().marks().bodyClasses().contains("error404")) {
            return "the page calls itself error 404";
        }
        String script = LINES.in(page.survey().marks().withoutScript());
        if (page.weight() <= NOTHING && script != null) {
            return "there is no text without scripts: \"" + script + "\"";
        }
        List<String> titles = page.titles();
        String title = title(titles);
        String line = LINES.inAny(page.shape().lines());
        if (title != null && (line != null || page.weight() <= LITTLE_TEXT)) {
            return "its title says \"" + title + "\"";
        }
        // Beside an article such a line is about its comments or its video.
        boolean alone = page.weight() <= NOTHING || LINES.in(page.text()) != null;
        if (line != null && alone && page.weight() <= LITTLE_TEXT && !page.isDeclaredArticle()) {
            return "its only text says \"" + line + "\"";
        }
        if (page.survey().marks().passwords() > 0 && page.weight() <= LITTLE_TEXT && LOGIN.inAny(titles) != null) {
            return "it asks the reader to log in";
        }
        return null;
    }

    /// A title, or the part of one before or behind the site's name, that says little more than the phrase: a
    /// headline that quotes an error goes on about it.
    private static @Nullable String title(List<String> titles) {
        for (String title : titles) {
            for (String part : PARTS.split(title, MOST_PARTS)) {
                String phrase = TITLES.in(part);
                if (phrase != null && part.strip().length() <= 2 * phrase.length() + FEW_LETTERS) {
                    return phrase;
                }
            }
        }
        return null;
    }
}
