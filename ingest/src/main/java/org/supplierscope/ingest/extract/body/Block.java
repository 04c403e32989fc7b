package org.supplierscope.ingest.extract.body;

/// One visible line of the page: the text between two block boundaries.
///
/// @param text one line without surrounding space, not blank (several lines only when preformatted)
/// @param kind the part it plays
/// @param region the innermost region that holds it
/// @param weight its letters and digits, counted as Latin ones: a character of a script without spaces counts
/// for [TextWeight#IDEOGRAPH]
/// @param linkShare part of the letters that stand in links, 0 to 1
/// @param run the lines that single line breaks part from this one, itself included
/// @param opens whether it starts a paragraph; false behind a single line break
record Block(String text, BlockKind kind, Region region, int weight, double linkShare, Run run, boolean opens) {

    /// Below this weight a paragraph says too little to count as running text: about twelve English words.
    private static final int RUNNING_TEXT = 60;
    /// A full sentence may be shorter: about five English words.
    private static final int SENTENCE = 24;

    /// Whether the block reads like running text and not like a label, a teaser or a menu.
    boolean isRunningText() {
        return kind != BlockKind.HEADING
                && linkShare < 0.5
                && (run.weight() >= RUNNING_TEXT || (weight >= SENTENCE && endsSentence()));
    }

    /// Whether the last character, closing quotes aside, ends a sentence in any script.
    boolean endsSentence() {
        return Sentences.ends(text);
    }
}
