package org.supplierscope.ingest.media;

import org.jspecify.annotations.Nullable;

/// Tells what can be a page of text from what cannot. Pure; linear in the bytes; survives any.
///
/// Both must allow it: the media type that the server names, as in the MIME Sniffing standard of the WHATWG,
/// where a type that says nothing leaves it to the content; and the content, since servers call anything
/// `text/html`.
public final class PageForm {

    private PageForm() {}

    /// Why it is no page, for people; null when it may be one.
    ///
    /// @param body decoded (not compressed)
    /// @param contentType the header of that name; null when there was none
    public static @Nullable String objection(byte[] body, @Nullable String contentType) {
        MediaType type = MediaType.parse(contentType);
        if (type != null && !type.mayBePage()) {
            return "it is " + type.words() + ", not a web page";
        }
        String file = FileMarks.recognise(body);
        if (file != null) {
            return "its content is " + file + ", not a web page";
        }
        return BinaryShare.isHigh(body) ? "its content is data that is no text, not a web page" : null;
    }
}
