package org.supplierscope.analysis.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EncodersTest {

    private static final Encoders ENCODERS = Encoders.shipped().orElseThrow();

    private static float[] whole(Script script, String text) {
        return ENCODERS.of(script).encode(text, List.of()).whole();
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            ones += one[i] * one[i];
            others += other[i] * other[i];
        }
        return product / Math.sqrt(ones * others);
    }

    @Test
    void putsSentencesOfOneMeaningNearEachOther() {
        float[] sentence = whole(Script.LATIN, "The company will double its production capacity next year.");
        float[] same = whole(Script.LATIN, "It plans to build a second plant so that output grows twofold.");
        float[] other = whole(Script.LATIN, "The chairman thanked the orchestra for a lovely evening.");

        assertThat(cosine(sentence, same)).isGreaterThan(cosine(sentence, other) + 0.1);
    }

    @Test
    void readsChineseToo() {
        float[] sentence = whole(Script.HAN, "该公司明年将把产能扩大一倍。");
        float[] same = whole(Script.HAN, "它计划新建第二座工厂,产量翻番。");
        float[] other = whole(Script.HAN, "董事长感谢乐团带来美好的夜晚。");

        assertThat(cosine(sentence, same)).isGreaterThan(cosine(sentence, other) + 0.1);
    }

    @Test
    void givesTheSameVectorsEachTime() {
        assertThat(whole(Script.LATIN, "A second line starts in May."))
                .isEqualTo(whole(Script.LATIN, "A second line starts in May."))
                .hasSize(Script.LATIN.width());
    }

    @Test
    void tellsAVectorOfTheNamesApart() {
        var named = ENCODERS.of(Script.LATIN).encode("acme sues orion", List.of(new Span(0, 4)));
        var other = ENCODERS.of(Script.LATIN).encode("acme sues orion", List.of(new Span(10, 15)));
        var none = ENCODERS.of(Script.LATIN).encode("acme sues orion", List.of());

        assertThat(named.whole()).isEqualTo(other.whole());
        assertThat(named.named()).isNotEqualTo(other.named());
        assertThat(none.named()).containsOnly(0f);
    }

    @Test
    void readsTextsOfAnyLength() {
        assertThat(whole(Script.LATIN, "")).hasSize(Script.LATIN.width());
        assertThat(whole(Script.LATIN, "lens ".repeat(20_000))).hasSize(Script.LATIN.width());
    }

    @Test
    void takesATextWithSomeChineseForChinese() {
        assertThat(Script.of("台積電 TSMC CoWoS 產能 2026 翻倍")).isEqualTo(Script.HAN);
        assertThat(Script.of("TSMC (台積電) doubles its CoWoS capacity")).isEqualTo(Script.LATIN);
        assertThat(Script.of("")).isEqualTo(Script.LATIN);
    }
}
