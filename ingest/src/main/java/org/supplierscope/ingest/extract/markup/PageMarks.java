package org.supplierscope.ingest.extract.markup;

import java.util.List;

/// What the elements of a page show of its kind, and what is found by an element's place alone.
///
/// @param bodyClasses the class names of `body`, lower case
/// @param tags texts of links with `rel=tag`, in page order
/// @param images images in the article's part of the page, in page order
/// @param buttons texts of the first buttons, in page order
/// @param withoutScript the start of what is shown to readers without scripts, empty when there is nothing
/// @param passwords how many password fields there are
/// @param players how many videos and embedded frames
/// @param figures how many `figure` elements
/// @param paywall whether class names or ids tell of a paywall
public record PageMarks(
        List<String> bodyClasses,
        List<String> tags,
        List<Image> images,
        List<String> buttons,
        String withoutScript,
        int passwords,
        int players,
        int figures,
        boolean paywall) {

    /// A page without marks.
    public static final PageMarks NONE = new PageMarks(List.of(), List.of(), List.of(), List.of(), "", 0, 0, 0, false);

    /// An image: its address as written, and its width in pixels, 0 when the page does not tell.
    public record Image(String address, int width) {}
}
