package org.supplierscope.ingest.address;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Links as they stand in feeds, redirects and lists, as `java.net.URI`, which is what the program hands
/// around.
///
/// They are read as a browser reads them ([WebAddress]). What a browser leaves as it is but `java.net.URI` does
/// not take (a bare percent sign, brackets, braces) is percent-encoded on top.
public final class LinkText {

    /// The longest address that is followed, in characters of its ASCII form; longer ones are traps.
    public static final int MAX_LENGTH = 2000;

    private LinkText() {}

    /// The address that a link means, in ASCII, or null when it means none that [AddressReading#of] accepts. An
    /// empty link means nothing here, other than in a browser, where it is the document itself.
    ///
    /// @param text absolute, or relative to `base`
    /// @param base the address of the document that holds the link, absolute
    public static @Nullable URI resolve(URI base, String text) {
        WebAddress document = WebAddress.parse(base.toString(), null);
        return document == null || text.isBlank() ? null : uri(AddressReading.of(text, document));
    }

    /// The absolute address that a text is written for, in ASCII, or null when it is none that
    /// [AddressReading#of] accepts.
    public static @Nullable URI parse(String text) {
        return uri(AddressReading.of(text, null));
    }

    private static @Nullable URI uri(AddressReading reading) {
        if (!(reading instanceof AddressReading.Accepted(WebAddress address))) {
            return null;
        }
        try {
            return URI.create(sendable(address));
        } catch (IllegalArgumentException e) {
            // Hosts of punctuation, and schemes that are nobody's.
            return null;
        }
    }

    /// The address as text that `java.net.URI` takes.
    static String sendable(WebAddress address) {
        var behind = new StringBuilder(address.path());
        if (address.query() != null) {
            behind.append('?').append(address.query());
        }
        if (address.fragment() != null) {
            behind.append('#').append(address.fragment().replace("#", "%23"));
        }
        String href = address.href();
        var text = new StringBuilder(href.length() + 16).append(front(address, href));
        for (int i = 0; i < behind.length(); i++) {
            if (behind.charAt(i) == '%' && !PercentSet.isEscape(behind, i)) {
                text.append("%25");
            } else {
                PercentSet.SENDABLE.write(behind.charAt(i), text);
            }
        }
        return text.toString();
    }

    /// All before the path.
    private static String front(WebAddress address, String href) {
        int behind = address.path().length()
                + (address.query() == null ? 0 : address.query().length() + 1)
                + (address.fragment() == null ? 0 : address.fragment().length() + 1);
        return href.substring(0, href.length() - behind);
    }
}
