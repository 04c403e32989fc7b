package org.supplierscope.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.analysis.published.Stance;

class SchemaTest {

    private record Term(String text, int position) {}

    private static List<Term> terms(Analyzer analyzer, String text) {
        List<Term> terms = new ArrayList<>();
        try (var stream = analyzer.tokenStream(Schema.TEXT, text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var increment = stream.addAttribute(PositionIncrementAttribute.class);
            int position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                terms.add(new Term(term.toString(), position));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    private static List<String> asked(String text) {
        return terms(Schema.queryAnalyzer(), text).stream().map(Term::text).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "CAPACITY, capacity",
        "capacities, capacity",
        "suppliers, supplier",
        "Largan's, Largan",
        "Largan’s, largan",
        "ＣＰＯ, cpo",
        "ｃａｐａｃｉｔｙ, capacity",
        "co-packaged, co packaged",
        "R&D, r d",
        "C++, c",
        "#5G, 5G",
        "'(lens)', lens",
        "大立光, 大立光",
        "鏡頭, 镜头",
        "玉晶光電, 玉晶光电",
        "カメラ, カメラ",
        "ｶﾒﾗ, カメラ",
        "카메라, 카메라"
    })
    void takesTheseForTheSame(String one, String other) {
        assertThat(asked(one)).isNotEmpty().isEqualTo(asked(other));
    }

    @ParameterizedTest
    @CsvSource({"lens, lenses lens", "Hoya, Hoyu", "3008, 3009", "大立光, 光立大"})
    void tellsTheseApart(String one, String other) {
        assertThat(asked(one)).isNotEqualTo(asked(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "!!!", "-", "…", "—&—", "\u0000", "\ud800"})
    void findsNoTermInTextWithoutWords(String text) {
        assertThat(asked(text)).isEmpty();
    }

    @Test
    void splitsARunOfCharactersIntoPairs() {
        assertThat(asked("大立光")).containsExactly("大立", "立光");
        assertThat(asked("光")).containsExactly("光");
    }

    @Test
    void keepsEveryCharacterOfDocumentsAsWell() {
        assertThat(terms(Schema.analyzer(), "大立光"))
                .extracting(Term::text)
                .containsExactlyInAnyOrder("大", "大立", "立", "立光", "光");
    }

    /// Else a phrase of both scripts, or over a comma, would not be found.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "大立光 AI 鏡頭",
                "AI光學",
                "光、電、玻璃",
                "光AI電B玻璃C",
                "大立光，玉晶光。舜宇",
                "カメラとレンズ",
                "카메라 모듈 LG이노텍",
                "words only",
                "𠀀𠀁𠀂 lens"
            })
    void givesTheTermsOfAQueryThePositionsOfTheDocument(String text) {
        assertThat(terms(Schema.analyzer(), text)).containsAll(terms(Schema.queryAnalyzer(), text));
    }

    @Test
    void tellsTheStancesOfTwoSuppliersApart() {
        assertThat(Schema.supplierStance("hoya", Stance.BREADTH))
                .isNotEqualTo(Schema.supplierStance("hoya", Stance.PRECISION))
                .isNotEqualTo(Schema.supplierStance("hoya-optics", Stance.BREADTH));
    }
}
