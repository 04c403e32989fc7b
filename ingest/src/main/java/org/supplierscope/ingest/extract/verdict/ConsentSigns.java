package org.supplierscope.ingest.extract.verdict;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Signs of a page that asks for consent to cookies and shows nothing else.
final class ConsentSigns {

    /// About 500 English words: walls name purposes and partners at length.
    private static final int MOST_TEXT = 2500;
    /// What else may stand on it: a slogan, a line about subscriptions.
    private static final int OTHER_TEXT = 300;

    /// Of what a wall in the place of a dated article says, this part is known phrases; the rest explains them.
    private static final double WALL_SENTENCES = 0.2;

    private static final Phrases LINES = Phrases.read("consent-lines");
    private static final Phrases BUTTONS = Phrases.read("consent-buttons");

    private ConsentSigns() {}

    /// Why it is a consent wall; null when it is none.
    static @Nullable String reason(PageEvidence page) {
        boolean dated = page.isDatedArticle();
        if (page.weight() > MOST_TEXT || (dated && isAboutConsent(page))) {
            return null;
        }
        List<String> body = page.textLines();
        int about = 0;
        int elsewhere = 0;
        int length = page.text().length();
        for (String line : body) {
            boolean speaks = speaksOfConsent(line);
            about += speaks ? line.length() : 0;
            elsewhere += speaks ? 0 : line.length();
            // On nearly every page the first lines settle it.
            if (elsewhere > OTHER_TEXT && (!dated || 2 * elsewhere > length)) {
                return null;
            }
        }
        // A short article with a banner has its own text; a wall has none but the banner's.
        double most = dated ? (1 / WallText.enough(page) - 1) * about : Math.min(OTHER_TEXT, about);
        if (elsewhere > most || page.shape().other() > MOST_TEXT) {
            return null;
        }
        String phrase = LINES.inAny(page.shape().lines());
        phrase = phrase == null ? LINES.inAny(body) : phrase;
        boolean asks = BUTTONS.inAny(page.survey().marks().buttons()) != null
                || BUTTONS.inAny(page.shape().lines()) != null
                || isConsentAddress(page.url());
        // What the page declares as an article must itself say such things, and not just mention cookies.
        boolean says = !dated || WallText.share(page.text(), LINES) >= WALL_SENTENCES;
        return phrase != null && asks && says ? "all that it shows asks for consent: \"" + phrase + "\"" : null;
    }

    private static boolean isAboutConsent(PageEvidence page) {
        String headline = page.structured().headline().toLowerCase(Locale.ROOT);
        return headline.contains("cookie") || WallText.isTopic(page, LINES);
    }

    private static boolean speaksOfConsent(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        return lower.contains("cookie") || LINES.in(line) != null;
    }

    private static boolean isConsentAddress(@Nullable URI url) {
        if (url == null || url.getHost() == null || url.getPath() == null) {
            return false;
        }
        String path = url.getPath().toLowerCase(Locale.ROOT);
        return url.getHost().startsWith("consent.")
                || path.contains("/consent")
                || path.contains("cookiewall")
                || path.contains("privacygate");
    }
}
