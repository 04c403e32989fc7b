package org.supplierscope.ingest.hub;

import java.net.URI;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.date.WrittenDate;

/// An address that a page leads to, with all that its links say together.
final class Target {

    private final URI address;
    private final AddressShape shape;
    private String title = "";
    private boolean titled;
    private boolean inHeading;
    private boolean onlyInFrames = true;
    private boolean labelled;
    private @Nullable WrittenDate date;
    private boolean cardSaysMore;

    Target(URI address, AddressShape shape) {
        this.address = address;
        this.shape = shape;
    }

    URI address() {
        return address;
    }

    AddressShape shape() {
        return shape;
    }

    String title() {
        return title;
    }

    boolean inHeading() {
        return inHeading;
    }

    boolean onlyInFrames() {
        return onlyInFrames;
    }

    /// Whether a link says by `rel` that it leads to a tag or an author.
    boolean labelled() {
        return labelled;
    }

    @Nullable
    WrittenDate date() {
        return date;
    }

    /// Whether there is text beside the link that belongs to no other link of its shape.
    boolean cardSaysMore() {
        return cardSaysMore;
    }

    /// Takes one more link to the address into account.
    ///
    /// @param heading whether the link stands in a heading or holds one
    void join(Element anchor, String text, boolean heading, boolean inFrame) {
        boolean better =
                heading && !inHeading ? !text.isEmpty() : heading == inHeading && text.length() > title.length();
        boolean fromPicture = anchor.text().isBlank();
        if (!fromPicture && (better || !titled)) {
            title = text;
            titled = true;
        } else if (!titled && text.length() > title.length()) {
            title = text;
        }
        inHeading |= heading && !text.isEmpty();
        onlyInFrames &= inFrame;
        String relation = anchor.attr("rel");
        labelled |= relation.contains("tag") || relation.contains("category") || relation.contains("author");
    }

    /// Takes what stands around one of its links into account.
    void surround(@Nullable WrittenDate found, boolean saysMore) {
        date = date == null ? found : date;
        cardSaysMore |= saysMore;
    }
}
