package org.supplierscope.analysis.stance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.mention.FoldedText;

class SentenceSplitterTest {

    @Test
    void keepsAbbreviationsAndNumbersTogether() {
        assertThat(split("Largan Precision Co. said Mr. Lin paid NT$4.2 bn. It left."))
                .containsExactly("Largan Precision Co. said Mr. Lin paid NT$4.2 bn.", "It left.");
    }

    @Test
    void endsASentenceAfterTheClosingQuote() {
        assertThat(split("\"We grow.\" She left! Did he? Yes"))
                .containsExactly("\"We grow.\"", "She left!", "Did he?", "Yes");
    }

    @Test
    void splitsChinese() {
        assertThat(split("大立光擴產。公司專注高階！是嗎？")).containsExactly("大立光擴產。", "公司專注高階！", "是嗎？");
    }

    @Test
    void cutsWhatNoNewspaperWouldPrint() {
        List<String> sentences = split("word ".repeat(2_000));

        assertThat(sentences)
                .allSatisfy(each -> assertThat(each.length()).isLessThanOrEqualTo(SentenceSplitter.LONGEST + 1));
    }

    private static List<String> split(String text) {
        FoldedText folded = new FoldedText(text);
        return SentenceSplitter.split(folded).stream()
                .map(each -> each.in(folded))
                .toList();
    }
}
