package org.supplierscope.ingest.extract.verdict;

import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.PageVerdict;

/// Decides what a page is. Stateless; linear in the page.
public final class VerdictReader {

    private VerdictReader() {}

    /// What of the body of a page with that verdict is an article's text and may be found as one: nothing of a
    /// wall or an error page, the open part of a stub.
    public static String ownText(PageVerdict verdict, PageEvidence page) {
        return switch (verdict) {
            case ARTICLE, NOT_AN_ARTICLE -> page.text();
            case PAYWALL_STUB -> PaywallSigns.open(page);
            case CONSENT_WALL, ERROR_PAGE -> "";
        };
    }

    /// The verdict with its reason. Asked in this order, the first that can give a reason decides: error page,
    /// consent wall, stub, no article; else the page is an article.
    public static Judgement read(PageEvidence page) {
        @Nullable String reason = ErrorSigns.reason(page);
        if (reason != null) {
            return new Judgement(PageVerdict.ERROR_PAGE, reason);
        }
        reason = ConsentSigns.reason(page);
        if (reason != null) {
            return new Judgement(PageVerdict.CONSENT_WALL, reason);
        }
        reason = PaywallSigns.reason(page);
        if (reason != null) {
            return new Judgement(PageVerdict.PAYWALL_STUB, reason);
        }
        reason = ListSigns.reason(page);
        if (reason != null) {
            return new Judgement(PageVerdict.NOT_AN_ARTICLE, reason);
        }
        reason = ScantSigns.reason(page);
        if (reason != null) {
            return new Judgement(PageVerdict.NOT_AN_ARTICLE, reason);
        }
        if (page.text().isBlank()) {
            return new Judgement(PageVerdict.ARTICLE, "declared as an article, of which the page shows no text");
        }
        return new Judgement(
                PageVerdict.ARTICLE,
                page.isDeclaredArticle() ? "running text, declared as an article" : "running text under a headline");
    }
}
