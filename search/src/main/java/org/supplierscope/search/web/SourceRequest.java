package org.supplierscope.search.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.SourceCommand;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// A source that somebody wants to add, as it arrives.
///
/// @param address of the site, or of its feed, sitemap or page of articles; `https://` may be left out
/// @param name for people; null to take the host's
/// @param kind `feed`, `sitemap` or `page`; null to let the crawler find out
/// @param language BCP 47 tag; null when not known
/// @param id lower-case letters, digits and hyphens; null to have one made
@JsonIgnoreProperties(ignoreUnknown = true)
public record SourceRequest(
        @Nullable String address,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String language,
        @Nullable String id) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final int MAX_ADDRESS = 2000;
    private static final int MAX_NAME = 300;

    /// The command that it comes to.
    ///
    /// @param taken whether a source has an id already
    /// @throws WrongParameterException when something is missing or wrong, with what and how to mend it
    SourceCommand.Add command(Predicate<String> taken) throws WrongParameterException {
        URI uri = uri();
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        String called = said(name) == null ? host : String.valueOf(said(name));
        if (called.length() > MAX_NAME) {
            throw new WrongParameterException("name is longer than " + MAX_NAME + " characters");
        }
        String tag = said(language);
        if (tag != null && !LANGUAGE.matcher(tag).matches()) {
            throw new WrongParameterException("language must be a tag such as en or zh-Hant, not '" + tag + "'");
        }
        return new SourceCommand.Add(chosenId(host, taken), called, uri, chosenKind(), null, tag, null);
    }

    private URI uri() throws WrongParameterException {
        String text = said(address);
        if (text == null) {
            throw new WrongParameterException("address is missing: give the site's, such as https://news.example/");
        }
        String full = text.contains("://") ? text : "https://" + text;
        try {
            URI uri = new URI(full);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null && full.length() <= MAX_ADDRESS) {
                return uri.getRawPath() == null || uri.getRawPath().isEmpty() ? new URI(full + "/") : uri;
            }
        } catch (URISyntaxException e) {
            // Told below, like every other address that is none.
        }
        String shown = text.length() > 100 ? text.substring(0, 100) + "…" : text;
        throw new WrongParameterException(
                "'" + shown + "' is not a web address: give one such as https://news.example/");
    }

    private @Nullable SourceKind chosenKind() throws WrongParameterException {
        String told = said(kind);
        return switch (told == null ? "" : told.toLowerCase(Locale.ROOT)) {
            case "", "site" -> null;
            case "feed" -> SourceKind.FEED;
            case "sitemap" -> SourceKind.SITEMAP;
            case "page" -> SourceKind.PAGE;
            default -> throw new WrongParameterException("kind must be feed, sitemap or page, not '" + told + "'");
        };
    }

    private String chosenId(String host, Predicate<String> taken) throws WrongParameterException {
        String told = said(id);
        if (told != null) {
            if (!ID.matcher(told).matches()) {
                throw new WrongParameterException(
                        "id must be 1 to 80 lower-case letters, digits and hyphens, the first no hyphen");
            }
            return told;
        }
        String words = host.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = words.isEmpty() ? "source" : words.substring(0, Math.min(words.length(), 70));
        String made = base;
        for (int i = 2; taken.test(made); i++) {
            made = base + "-" + i;
        }
        return made;
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
