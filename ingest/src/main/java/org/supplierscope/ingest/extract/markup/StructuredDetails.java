package org.supplierscope.ingest.extract.markup;

import java.util.List;
import java.util.Set;

/// What the page's JSON-LD says besides the article's main fields; empty where it says nothing.
///
/// @param modified `dateModified` as written
/// @param images addresses of `image` and `thumbnailUrl`, as written, in order
/// @param logos addresses of logos of publishers and organisations, as written
/// @param section the first `articleSection`
/// @param crumbs names of the first `BreadcrumbList`, outermost first
/// @param keywords `keywords`, split where they come as a list only
/// @param types every `@type` of the scripts, without the vocabulary's address
/// @param paid whether something is said to be not accessible for free
/// @param words `wordCount`; 0 when it is not told
public record StructuredDetails(
        String modified,
        List<String> images,
        List<String> logos,
        String section,
        List<String> crumbs,
        List<String> keywords,
        Set<String> types,
        boolean paid,
        int words) {

    /// Nothing is said.
    public static final StructuredDetails NONE =
            new StructuredDetails("", List.of(), List.of(), "", List.of(), List.of(), Set.of(), false, 0);
}
