package org.supplierscope.ingest.extract.markup;

import java.util.List;
import java.util.Map;

/// What a page says about itself, collected in one walk and not yet judged.
///
/// @param metas contents of `meta` elements in the order in which their names first stand on the page, by
/// lower-case
/// `property`, `name`, `itemprop` or `http-equiv`
/// @param links addresses of `link` elements as written, by each lower-case word of `rel`
/// @param properties microdata values in page order, by lower-case `itemprop`; at most 300 characters each
/// @param structured the contents of JSON-LD scripts
/// @param times the `time` elements, in page order
/// @param headings the texts of `h1` elements, in page order
/// @param authors texts of links with `rel=author` and of elements whose class says byline, in page order
/// @param language the `lang` attribute of the page, empty when there is none
/// @param windowTitle the text of `title`, empty when there is none
/// @param marks what elements show of the page's kind
public record PageSurvey(
        Map<String, List<String>> metas,
        Map<String, List<String>> links,
        Map<String, List<String>> properties,
        List<String> structured,
        List<TimeMark> times,
        List<String> headings,
        List<AuthorMark> authors,
        String language,
        String windowTitle,
        PageMarks marks) {

    /// A `time` element: its `datetime`, empty when it has none, and its text.
    public record TimeMark(String datetime, String text) {}

    /// A text that the markup calls an author's, and whether by a link relation (else by a class name).
    public record AuthorMark(String text, boolean byRelation) {}

    /// The first non-blank content among the metas of these names, asked in this order; empty when there is
    /// none.
    public String meta(String... names) {
        for (String name : names) {
            for (String content : metas.getOrDefault(name, List.of())) {
                if (!content.isBlank()) {
                    return content.strip();
                }
            }
        }
        return "";
    }

    /// The first value of a microdata property; empty when there is none.
    public String property(String name) {
        List<String> values = properties.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }
}
