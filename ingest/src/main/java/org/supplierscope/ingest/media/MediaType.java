package org.supplierscope.ingest.media;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The media type that a Content-Type header tells, without its parameters.
///
/// @param type such as `text`, lower case
/// @param subtype such as `html`, lower case
record MediaType(String type, String subtype) {

    /// Tokens of RFC 9110; longer ones than any registered are cut off by not matching.
    private static final Pattern ESSENCE = Pattern.compile(
            "\\s{0,9}([\\w!#$%&'*+.^`|~-]{1,80})/([\\w!#$%&'*+.^`|~-]{1,120})\\s{0,9}(?:[;,].*)?", Pattern.DOTALL);

    /// What says nothing of the content: three that the MIME Sniffing standard (section 5.1) names, and those
    /// that servers and stores of files put on whatever they have no name for.
    private static final Set<String> UNKNOWN =
            Set.of("unknown/unknown", "application/unknown", "*/*", "application/octet-stream", "binary/octet-stream");

    private static final Set<String> PAGES = Set.of(
            "text/html",
            "application/xhtml+xml",
            "application/vnd.wap.xhtml+xml",
            "text/xml",
            "application/xml",
            "text/plain");

    private static final Pattern OFFICE = Pattern.compile("msword|vnd\\.ms-|officedocument|opendocument|rtf");
    private static final Pattern ARCHIVE = Pattern.compile("zip|rar|7z|tar|compressed");

    /// The type; null when the header is missing, is not of the form of a media type, or says nothing.
    static @Nullable MediaType parse(@Nullable String header) {
        Matcher matcher = ESSENCE.matcher(header == null ? "" : header);
        if (!matcher.matches()) {
            return null;
        }
        var type = new MediaType(
                matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2).toLowerCase(Locale.ROOT));
        return UNKNOWN.contains(type.name()) ? null : type;
    }

    /// Whether a reader of the web shows it as a page of text.
    boolean mayBePage() {
        return PAGES.contains(name());
    }

    /// What it is, for people.
    String words() {
        return switch (type) {
            case "image" -> "a picture" + named();
            case "audio" -> "a sound recording" + named();
            case "video" -> "a video" + named();
            case "font" -> "a font" + named();
            default -> {
                if (subtype.equals("pdf")) {
                    yield "a PDF document";
                }
                if (OFFICE.matcher(subtype).find()) {
                    yield "an office document" + named();
                }
                if (ARCHIVE.matcher(subtype).find()) {
                    yield "packed files" + named();
                }
                yield "a file of the type " + name();
            }
        };
    }

    private String named() {
        return " (" + name() + ")";
    }

    private String name() {
        return type + "/" + subtype;
    }
}
