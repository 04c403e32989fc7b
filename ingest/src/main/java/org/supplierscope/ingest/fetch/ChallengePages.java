package org.supplierscope.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Recognises pages that stand in the way of robots in place of what was asked: tests whether we are a person,
/// waits, blocks. Such a page is no answer, whatever its status says.
///
/// The signs are in `challenges.txt`. A page that says so much about itself that a reader would read it (long
/// text, data for search engines) is what was asked, even if it is about such pages.
final class ChallengePages {

    private enum Sign {
        HEADER,
        MARKUP,
        TRACE,
        TITLE,
        TEXT,
        REFUSAL
    }

    /// Interstitial pages with all their explanations stay below a thousand characters, an article does not.
    private static final int LITTLE_TEXT = 1500;
    /// Where a phrase is the only sign, which a short piece of news may quote.
    private static final int VERY_LITTLE_TEXT = 700;
    /// Some bring their whole programme along, but none as much as this.
    private static final int LARGEST_PAGE = 512 << 10;
    /// As far as a document's kind shows.
    private static final int HEAD = 4096;

    private final Map<Sign, List<String>> signs;

    private ChallengePages(Map<Sign, List<String>> signs) {
        this.signs = signs;
    }

    /// With the signs in `challenges.txt`.
    static ChallengePages known() {
        Map<Sign, List<String>> signs = new EnumMap<>(Sign.class);
        try (InputStream in = Objects.requireNonNull(ChallengePages.class.getResourceAsStream("challenges.txt"))) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
            for (Sign sign : Sign.values()) {
                String kind = sign.name().toLowerCase(Locale.ROOT) + " ";
                signs.put(
                        sign,
                        lines.stream()
                                .filter(line -> line.startsWith(kind))
                                .map(line -> line.substring(kind.length()).strip())
                                .toList());
            }
            return new ChallengePages(signs);
        } catch (IOException e) {
            throw new UncheckedIOException("the signs of challenge pages cannot be read", e);
        }
    }

    /// The sign by which an answer is known as one that keeps robots out, for people; null when it is none.
    ///
    /// @param body decoded, or the beginning of it
    @Nullable
    String recognise(int status, List<Map.Entry<String, String>> headers, byte[] body) {
        for (String sign : of(Sign.HEADER)) {
            int colon = sign.indexOf(':');
            String value = HeaderFields.first(headers, sign.substring(0, colon));
            if (value != null
                    && value.strip()
                            .toLowerCase(Locale.ROOT)
                            .startsWith(sign.substring(colon + 1).strip())) {
                return sign;
            }
        }
        if (body.length == 0 || body.length > LARGEST_PAGE || !isPage(body)) {
            return null;
        }
        return recognise(status, PageGlimpse.of(new String(body, StandardCharsets.UTF_8), LITTLE_TEXT));
    }

    /// A feed or a file may well quote such a page.
    private static boolean isPage(byte[] body) {
        String head =
                new String(body, 0, Math.min(body.length, HEAD), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return head.contains("<html")
                || head.contains("<!doctype html")
                || head.contains("<script")
                || head.contains("<body");
    }

    private @Nullable String recognise(int status, PageGlimpse page) {
        boolean refused = status >= 400;
        if (page.text().length() > LITTLE_TEXT || (!refused && presentsItself(page.markup()))) {
            return null;
        }
        boolean veryLittle = page.text().length() <= VERY_LITTLE_TEXT;
        String sign = contained(Sign.MARKUP, page.markup());
        if (sign == null && of(Sign.TITLE).contains(page.title())) {
            sign = page.title();
        }
        if (sign == null && veryLittle) {
            sign = contained(Sign.TEXT, page.text());
        }
        if (sign == null && refused) {
            sign = contained(Sign.TRACE, page.markup());
        }
        if (sign == null && refused && veryLittle) {
            sign = contained(Sign.REFUSAL, page.text());
        }
        return sign;
    }

    /// No interstitial page cares how it looks in a social network or a search engine.
    private static boolean presentsItself(String markup) {
        return markup.contains("property=\"og:") || markup.contains("application/ld+json");
    }

    private @Nullable String contained(Sign kind, String where) {
        return of(kind).stream().filter(where::contains).findFirst().orElse(null);
    }

    private List<String> of(Sign kind) {
        return signs.getOrDefault(kind, List.of());
    }
}
