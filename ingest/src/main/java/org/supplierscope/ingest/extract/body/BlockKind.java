package org.supplierscope.ingest.extract.body;

/// What part a block plays in the text, told by the markup around it.
enum BlockKind {
    /// Running text, also in a bare `div` or between two line breaks.
    PARAGRAPH,
    /// `h1` to `h6`.
    HEADING,
    /// An item of a list.
    LIST_ITEM,
    /// Text inside `blockquote`, which embedded posts use as well.
    QUOTE,
    /// One row of a table, cells parted by tabs.
    TABLE_ROW,
    /// `pre`: its line breaks are text.
    PREFORMATTED
}
