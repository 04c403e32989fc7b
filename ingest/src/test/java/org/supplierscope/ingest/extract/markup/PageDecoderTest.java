package org.supplierscope.ingest.extract.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageDecoderTest {

    private static final String CHINESE = "这家工厂在河边为客户生产新的机器，今年的订单比去年多了一倍。";
    private static final String TAIWANESE = "這家工廠在河邊為客戶生產新的機器，今年的訂單比去年多了一倍。";
    private static final String JAPANESE = "川のそばの工場は今年の新しい注文を受けて、機械をつくっています。";
    private static final String KOREAN = "강가의 공장은 올해 새로운 주문을 받아 기계를 만들고 있다고 밝혔다.";
    private static final String RUSSIAN = "Завод у реки получил новый заказ и делает машины для своих клиентов.";

    private static String decode(String text, String charset, @Nullable String contentType) {
        return PageDecoder.decode(text.getBytes(Charset.forName(charset)), contentType);
    }

    @ParameterizedTest
    @CsvSource({
        "gb2312,GB18030",
        "gbk,GB18030",
        "GB18030,GB18030",
        "big5,Big5-HKSCS",
        "Shift_JIS,windows-31j",
        "x-sjis,windows-31j",
        "euc-jp,EUC-JP",
        "EUC-KR,x-windows-949",
        "ks_c_5601-1987,x-windows-949",
        "windows-1251,windows-1251"
    })
    void readsTheLabelsOfTheWeb(String label, String charset) {
        String text = switch (charset) {
            case "GB18030" -> CHINESE;
            case "Big5-HKSCS" -> TAIWANESE;
            case "windows-31j", "EUC-JP" -> JAPANESE;
            case "x-windows-949" -> KOREAN;
            default -> RUSSIAN;
        };

        assertThat(decode(text, charset, "text/html; charset=" + label)).isEqualTo(text);
        String page = "<meta http-equiv=content-type content='text/html; charset=" + label + "'>" + text;
        assertThat(decode(page, charset, null)).isEqualTo(page);
        String short5 = "<?xml version='1.0' encoding=\"" + label + "\"?>" + text;
        assertThat(decode(short5, charset, "text/html")).isEqualTo(short5);
    }

    @Test
    void trustsTheHeaderBeforeThePage() {
        String page = "<meta charset=windows-1251>" + CHINESE;

        assertThat(decode(page, "GB18030", "text/html;charset=\"GBK\"")).isEqualTo(page);
    }

    @Test
    void trustsValidUtf8BeforeAnyLabel() {
        assertThat(decode("<meta charset=gbk>" + CHINESE, "UTF-8", "text/html; charset=iso-8859-1"))
                .endsWith(CHINESE);
    }

    @Test
    void readsByteOrderMarksFirst() {
        assertThat(decode("\uFEFF" + CHINESE, "UTF-8", "text/html; charset=gbk"))
                .isEqualTo(CHINESE);
        assertThat(decode("\uFEFF" + CHINESE, "UTF-16LE", null)).isEqualTo(CHINESE);
        assertThat(decode("\uFEFF" + CHINESE, "UTF-16BE", null)).isEqualTo(CHINESE);
    }

    @Test
    void readsUtf16WithoutAMarkByItsZeros() {
        String page = "<!doctype html><meta charset=utf-8><title>Works</title><p>" + CHINESE.repeat(3);

        assertThat(decode(page, "UTF-16LE", "text/html; charset=utf-8")).isEqualTo(page);
        assertThat(decode(page, "UTF-16BE", null)).isEqualTo(page);
    }

    @Test
    void readsBig5ThatIsLabelledUtf8() {
        String page = "<meta charset=utf-8>" + TAIWANESE.repeat(5);

        assertThat(decode(page, "Big5", "text/html; charset=utf-8")).isEqualTo(page);
    }

    @Test
    void readsSevenBitJapaneseByItsLabel() {
        String page = "<meta charset=iso-2022-jp>" + JAPANESE;

        assertThat(decode(page, "ISO-2022-JP", null)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"GB18030", "Big5-HKSCS", "windows-31j", "EUC-JP", "x-windows-949", "windows-1251", "KOI8-R"})
    void guessesTheCharsetOfUnlabelledBytes(String charset) {
        String text = switch (charset) {
            case "GB18030" -> CHINESE;
            case "Big5-HKSCS" -> TAIWANESE;
            case "windows-31j", "EUC-JP" -> JAPANESE;
            case "x-windows-949" -> KOREAN;
            default -> RUSSIAN;
        };

        assertThat(decode(text.repeat(3), charset, null)).isEqualTo(text.repeat(3));
    }

    @Test
    void takesOtherBytesForWesternOnes() {
        assertThat(decode("Größe der Straße am Fluß", "windows-1252", null)).isEqualTo("Größe der Straße am Fluß");
        assertThat(decode("it’s “good”", "windows-1252", "text/html; charset=iso-8859-1"))
                .isEqualTo("it’s “good”");
    }

    @Test
    void toleratesAStrayByteInUtf8() {
        byte[] bytes = (CHINESE.repeat(20) + "?").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;

        assertThat(PageDecoder.decode(bytes, "text/html; charset=gbk")).startsWith(CHINESE);
    }

    @Test
    void ignoresLabelsThatMeanNothing() {
        assertThat(decode("Größe", "windows-1252", "text/html; charset=???; charset=nonsense"))
                .isEqualTo("Größe");
    }
}
