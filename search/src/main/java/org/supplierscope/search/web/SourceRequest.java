package org.supplierscope.search.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.SourceCommand;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// A source that somebody wants to add, as it arrives.
///
/// @param address of the site, or of its feed, sitemap or page of articles; `https://` may be left out
/// @param name for people; null to take the host's
/// @param kind `feed`, `sitemap` or `page`; null to let the crawler find out
/// @param language BCP 47 tag; null when not known
/// @param id lower-case letters, digits and hyphens; null to have one made
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(requiredProperties = "address")
public record SourceRequest(
        @Nullable String address,
        @Nullable String name,
        @Nullable String kind,
        @Nullable String language,
        @Nullable String id) {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final int MAX_NAME = 300;

    /// The command that it comes to.
    ///
    /// @param all every source that is known, removed ones too
    /// @throws WrongParameterException when something is missing or wrong, with what and how to mend it; also
    /// when a source that is not removed reads the address already
    SourceCommand.Add command(List<SourceStatus> all) throws WrongParameterException {
        TypedAddress typed = typed();
        for (SourceStatus known : all) {
            if (known.state() != SourceState.REMOVED && reads(known, typed)) {
                throw new WrongParameterException("'" + known.id() + "' reads " + typed.full()
                        + " already; if you mean another feed of the site, give that feed's address");
            }
        }
        String called = said(name) == null ? typed.site() : String.valueOf(said(name));
        if (called.length() > MAX_NAME) {
            throw new WrongParameterException("name is longer than " + MAX_NAME + " characters");
        }
        String tag = said(language);
        if (tag != null && !LANGUAGE.matcher(tag).matches()) {
            throw new WrongParameterException("language must be a tag such as en or zh-Hant, not '" + tag + "'");
        }
        SourceKind chosen = chosenKind();
        SourceStatus left = said(name) == null && said(id) == null ? left(all, typed) : null;
        return left == null
                ? new SourceCommand.Add(chosenId(typed.site(), all), called, typed.full(), chosen, null, tag, null)
                : new SourceCommand.Add(
                        left.id(),
                        left.name(),
                        chosen == null ? left.feed().toString() : typed.full(),
                        chosen == null ? left.kind() : chosen,
                        left.home(),
                        tag == null ? left.language() : tag,
                        left.unverifiedCertificate());
    }

    /// Whether a source reads an address, written in whatever way.
    static boolean reads(SourceStatus known, TypedAddress address) {
        return Stream.of(known.feed(), known.home(), known.movedFrom())
                .anyMatch(each -> each != null && address.isSameAs(each));
    }

    /// The removed source that read an address: it comes back, and its articles stay with it. Of several feeds
    /// of one site, the site's address means none.
    private static @Nullable SourceStatus left(List<SourceStatus> all, TypedAddress address) {
        List<SourceStatus> readers = all.stream()
                .filter(known -> known.state() == SourceState.REMOVED && reads(known, address))
                .toList();
        return readers.stream()
                .filter(known -> address.isSameAs(known.feed()))
                .findFirst()
                .orElse(readers.size() == 1 ? readers.getFirst() : null);
    }

    private TypedAddress typed() throws WrongParameterException {
        String text = said(address);
        if (text == null) {
            throw new WrongParameterException("address is missing: give the site's, such as https://news.example/");
        }
        return TypedAddress.of(text);
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

    private String chosenId(String site, List<SourceStatus> all) throws WrongParameterException {
        String told = said(id);
        if (told != null) {
            if (!ID.matcher(told).matches()) {
                throw new WrongParameterException(
                        "id must be 1 to 80 lower-case letters, digits and hyphens, the first no hyphen");
            }
            return told;
        }
        String plain = Normalizer.normalize(site, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        String words = plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String base = words.isEmpty() ? "source" : words.substring(0, Math.min(words.length(), 70));
        Set<String> taken = all.stream().map(SourceStatus::id).collect(Collectors.toSet());
        String made = base;
        for (int i = 2; taken.contains(made); i++) {
            made = base + "-" + i;
        }
        return made;
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
