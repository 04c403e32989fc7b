package org.supplierscope.ingest.extract.body;

import java.util.List;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.html.HtmlTree;

/// The body as the page's structured data has it (`articleBody`): right where it starts, often cut short, and
/// the only one on pages that draw their text by script.
final class DeclaredBody {

    /// Letters by which the start of the body is recognised in the page.
    private static final int START = 40;

    private final String text;
    private final int weight;
    private final String start;

    private DeclaredBody(String text) {
        this.text = text;
        this.weight = text.chars().map(c -> TextWeight.of((char) c)).sum();
        this.start = letters(text);
    }

    /// @param articleBody plain or marked-up text; empty when the page declares none
    static DeclaredBody of(String articleBody) {
        boolean markup = articleBody.indexOf('<') >= 0 && articleBody.indexOf('>') >= 0;
        return new DeclaredBody(
                (markup ? HtmlTree.read(articleBody, "", PageParser.MAX_DEPTH).wholeText() : articleBody).strip());
    }

    int weight() {
        return weight;
    }

    /// Its paragraphs, parted by blank lines.
    String text() {
        return String.join(
                "\n\n",
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
    }

    /// Index of the block with which the body starts on the page; -1 when it is declared nowhere or shown
    /// nowhere.
    int startsAt(List<Block> blocks) {
        if (start.length() < START) {
            return -1;
        }
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block.isRunningText() && letters(block.text()).equals(start)) {
                return i;
            }
        }
        return -1;
    }

    /// The first letters and digits of the text, at most [#START].
    private static String letters(String text) {
        var letters = new StringBuilder(START);
        for (int i = 0; i < text.length() && letters.length() < START; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                letters.append(text.charAt(i));
            }
        }
        return letters.toString();
    }
}
