package org.supplierscope.ingest.extract.body;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// An element that holds blocks: blocks from `first` to before `end`, in page order.
final class Region {

    final Element element;
    /// The kind of the text directly in it.
    final BlockKind kind;
    final @Nullable Region parent;
    final int index;
    /// What the element's names say about its part.
    final ClassWords.Meaning meaning;
    final int first;
    /// How many buttons directly in it offer to reply.
    int replyButtons;

    private int end;

    Region(Element element, ClassWords.Meaning meaning, BlockKind kind, @Nullable Region parent, int index, int first) {
        this.element = element;
        this.meaning = meaning;
        this.kind = kind;
        this.parent = parent;
        this.index = index;
        this.first = first;
        this.end = first;
    }

    void close(int endBlock) {
        end = endBlock;
    }

    int end() {
        return end;
    }

    boolean isEmpty() {
        return end == first;
    }

    /// Lower-case name of the element.
    String tag() {
        return element.normalName();
    }
}
