package org.supplierscope.ingest.extract.body;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// An element that holds blocks: blocks from `first` to before `end`, in page order.
final class Region {

    final Element element;
    final @Nullable Region parent;
    final int index;
    final int first;
    private int end;

    Region(Element element, @Nullable Region parent, int index, int first) {
        this.element = element;
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

    /// Whether this region holds the other, or is it.
    boolean holds(Region other) {
        for (Region r = other; r != null && r.index >= index; r = r.parent) {
            if (r == this) {
                return true;
            }
        }
        return false;
    }
}
