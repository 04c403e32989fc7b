package org.supplierscope.ingest.extract.body;

/// What regions have in common that a program made in a row: the place, the element, its first class name.
///
/// @param parent index of the region around it, -1 for the first
/// @param tag lower-case name of the element
/// @param firstClass empty when it has none
record Make(int parent, String tag, String firstClass) {

    static Make of(Region region) {
        String classes = region.element.attributes().get("class").strip();
        int space = classes.indexOf(' ');
        Region parent = region.parent;
        return new Make(
                parent == null ? -1 : parent.index, region.tag(), space < 0 ? classes : classes.substring(0, space));
    }
}
