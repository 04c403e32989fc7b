package org.supplierscope.ingest.extract.field;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.LinkText;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

/// Chooses the canonical address: `link rel=canonical`, then `og:url`, then the address in JSON-LD.
public final class AddressChoice {

    /// What may stand behind an article's address for another form or page of it.
    private static final Pattern FORM =
            Pattern.compile("(?i)(amp|print|mobile|full|all|index|page|\\d{1,2})(\\.html?)?");

    private static final Pattern IDENTIFYING = Pattern.compile("(?i)(^|&)[^=&]{1,40}=[^&]{0,80}\\d{3}");

    private AddressChoice() {}

    /// An absolute http(s) address; null when the page names none.
    ///
    /// Sites make mistakes here that would make all their articles one, so these are skipped: the front page,
    /// an error page, the section above the page (a strict ancestor of its path, unless what is more is only
    /// another form of the page), and the page's own path without the query by which it is told from its
    /// neighbours.
    public static @Nullable Found<URI> choose(PageSurvey survey, StructuredArticle article, @Nullable URI fetched) {
        List<String> canonical = survey.links().getOrDefault("canonical", List.of());
        List<Found<String>> sources = List.of(
                new Found<>(canonical.isEmpty() ? "" : canonical.getFirst(), Origin.HTML),
                new Found<>(survey.meta("og:url"), Origin.OPENGRAPH),
                new Found<>(article.url(), Origin.JSON_LD));
        for (Found<String> source : sources) {
            URI address = absolute(source.value().strip(), fetched);
            if (address != null && (fetched == null || mayStandFor(address, fetched))) {
                return new Found<>(address, source.origin());
            }
        }
        return null;
    }

    static @Nullable URI absolute(String text, @Nullable URI base) {
        URI resolved = text.isEmpty() ? null : base == null ? LinkText.parse(text) : LinkText.resolve(base, text);
        if (resolved == null || resolved.getHost() == null || resolved.getRawUserInfo() != null) {
            return null;
        }
        String scheme = resolved.getScheme();
        return "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme) ? resolved : null;
    }

    private static boolean mayStandFor(URI address, URI fetched) {
        String named = path(address);
        String own = path(fetched);
        if (named.isEmpty() && address.getRawQuery() == null) {
            return own.isEmpty() && fetched.getRawQuery() == null;
        }
        if (named.endsWith("/404") || named.endsWith("/error") || named.endsWith("/404.html")) {
            return false;
        }
        if (named.equals(own)) {
            return address.getRawQuery() != null || !isToldByQuery(fetched);
        }
        if (own.startsWith(named + "/") && address.getRawQuery() == null) {
            return FORM.matcher(own.substring(named.length() + 1)).matches();
        }
        return true;
    }

    /// `view.php?no=4711` is one of thousands; `/news/valve-order?from=123` is not.
    private static boolean isToldByQuery(URI address) {
        String query = address.getRawQuery();
        String path = path(address);
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean namesItself =
                last.indexOf('-') > 0 || last.chars().filter(Character::isDigit).count() > 2;
        return query != null && !namesItself && IDENTIFYING.matcher(query).find();
    }

    /// Without the slash at its end.
    private static String path(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
