package org.supplierscope.ingest.extract.field;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.extract.markup.PageParser;
import org.supplierscope.ingest.extract.markup.PageSurveyor;
import org.supplierscope.ingest.extract.markup.StructuredArticle;

class LanguageChoiceTest {

    private static @Nullable String choose(String html, String text) {
        Found<String> found =
                LanguageChoice.choose(PageSurveyor.survey(PageParser.parse(html, null)), StructuredArticle.NONE, text);
        return found == null ? null : found.value();
    }

    @Test
    void tellsTraditionalFromSimplifiedChineseByTheText() {
        assertThat(choose("<html lang=zh-CN>", "這家工廠為客戶開發的機器將於今年運往歐洲")).isEqualTo("zh-Hant");
        assertThat(choose("<html lang=zh-TW>", "这家工厂为客户开发的机器将于今年运往欧洲")).isEqualTo("zh-Hans");
    }

    @Test
    void tellsThemByTheTagWhereTheTextDoesNot() {
        assertThat(choose("<html lang=zh-HK>", "工具工人")).isEqualTo("zh-Hant");
        assertThat(choose("<html lang=zh>", "工具工人")).isEqualTo("zh-Hans");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "機械を作る会社は川のそばの工場で新しい注文を受けた | ja",
                "강가의 공장은 새로운 주문을 받았다고 밝혔다 | ko",
                "Завод у реки получил новый заказ и ищет людей | ru",
                "Das Werk am Fluss hat einen Auftrag und die Leute sind nicht mehr auf der Suche | de",
                "La planta del río tiene un pedido y los ingenieros que trabajan en ella no paran | es",
                "Zakład nad rzeką ma zamówienie i nie wie jak się do niego zabrać | pl",
            })
    void goesByTheTextWhereATemplateDeclaresEnglish(String text, String expected) {
        assertThat(choose("<html lang=en>", text)).isEqualTo(expected);
    }

    @Test
    void goesByTheDeclarationWithoutItsRegion() {
        assertThat(choose("<html lang=pt_BR>", "Nada")).isEqualTo("pt");
        assertThat(choose("<html><meta property='og:locale' content=sv_SE>", "Nytt"))
                .isEqualTo("sv");
        assertThat(choose("<html lang=uk>", "Завод біля річки")).isEqualTo("uk");
    }

    @Test
    void knowsNoLanguageWhereNothingTells() {
        assertThat(choose("<html>", "42")).isNull();
        assertThat(choose("<html lang='??'>", "42")).isNull();
    }
}
