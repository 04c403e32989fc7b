package org.supplierscope.ingest.extract.body;

/// A block on its way through the cleaning, with its text in the form in which phrases are compared.
///
/// @param block the block
/// @param folded its text folded by [PhraseBook#fold], or empty when it is longer than any phrase's line
record Line(Block block, String folded) {

    /// A line that only announces something is short: about thirty English words.
    static final int LONGEST_STRAY = 180;
    /// A label names something: about ten English words.
    static final int LONGEST_LABEL = 60;

    static Line of(Block block) {
        return new Line(block, block.weight() > LONGEST_STRAY ? "" : PhraseBook.fold(block.text()));
    }

    boolean isHeading() {
        return block.kind() == BlockKind.HEADING;
    }

    boolean isLabel() {
        return block.weight() <= LONGEST_LABEL;
    }

    /// Whether it is too long to be a stray line.
    boolean isLong() {
        return block.weight() > LONGEST_STRAY;
    }

    /// Whether nearly all of it stands in links and it makes no sentence. A source that is named in the lines
    /// of a paragraph, or that shows its address, is part of the text.
    boolean isLink() {
        return block.linkShare() > 0.8
                && block.run().linkShare() > 0.8
                && !block.endsSentence()
                && !block.text().contains("://");
    }
}
