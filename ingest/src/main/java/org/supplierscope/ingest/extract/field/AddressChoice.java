package org.supplierscope.ingest.extract.field;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.extract.markup.PageSurvey;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

/// Chooses the canonical address: `link rel=canonical`, then `og:url`, then the address in JSON-LD.
public final class AddressChoice {

    private AddressChoice() {}

    /// An absolute http(s) address; null when the page names none. A canonical address that is the front page
    /// while the page itself is not is a mistake of the site and skipped: it would make all its articles one.
    public static @Nullable URI choose(PageSurvey survey, StructuredArticle article, @Nullable URI fetched) {
        List<String> canonical = survey.links().getOrDefault("canonical", List.of());
        String[] sources = {canonical.isEmpty() ? "" : canonical.getFirst(), survey.meta("og:url"), article.url()};
        for (String source : sources) {
            URI address = absolute(source.strip(), fetched);
            if (address != null && (!isFrontPage(address) || fetched == null || isFrontPage(fetched))) {
                return address;
            }
        }
        return null;
    }

    private static @Nullable URI absolute(String text, @Nullable URI base) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI address = new URI(text.replace(" ", "%20"));
            URI resolved = address.isAbsolute() || base == null ? address : base.resolve(address);
            String scheme = resolved.getScheme();
            boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
            return web && resolved.getHost() != null ? resolved : null;
        } catch (URISyntaxException | IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean isFrontPage(URI address) {
        String path = address.getRawPath();
        return (path == null || path.isEmpty() || path.equals("/")) && address.getRawQuery() == null;
    }
}
