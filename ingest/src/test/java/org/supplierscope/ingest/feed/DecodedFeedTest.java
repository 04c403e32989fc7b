package org.supplierscope.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// P2: encodings, well labelled, badly labelled and not labelled.
class DecodedFeedTest {

    private static final String CHINESE = "這家公司在台中的新工廠將於明年開始生產，產能會增加一倍，而且已經有三個客戶下了訂單。";
    private static final String SIMPLIFIED = "这家公司在台中的新工厂将于明年开始生产，产能会增加一倍，而且已经有三个客户下了订单。";
    private static final String JAPANESE = "同社は来年から新しい工場で生産を始め、能力は二倍になると発表しました。";
    private static final String KOREAN = "이 회사는 내년부터 새 공장에서 생산을 시작하며 능력이 두 배로 늘어날 것이라고 밝혔다.";
    private static final String RUSSIAN =
            "Компания начнёт производство на новом заводе в следующем году и удвоит мощность.";
    private static final String GREEK =
            "Η εταιρεία θα αρχίσει την παραγωγή στο νέο εργοστάσιο του χρόνου και θα διπλασιάσει την ισχύ.";
    private static final String HEBREW = "החברה תתחיל לייצר במפעל החדש בשנה הבאה ותכפיל את כושר הייצור שלה.";
    private static final String ARABIC = "ستبدأ الشركة الإنتاج في المصنع الجديد في العام القادم وستضاعف قدرتها.";
    private static final String THAI = "บริษัทจะเริ่มการผลิตในโรงงานใหม่ปีหน้าและจะเพิ่มกำลังการผลิตเป็นสองเท่า";

    private static String text(String charset) {
        return switch (charset) {
            case "Big5" -> CHINESE;
            case "GB2312", "GBK", "GB18030" -> SIMPLIFIED;
            case "Shift_JIS", "EUC-JP" -> JAPANESE;
            case "EUC-KR" -> KOREAN;
            case "windows-1251", "KOI8-R", "ISO-8859-5", "IBM866" -> RUSSIAN;
            case "windows-1253" -> GREEK;
            case "windows-1255" -> HEBREW;
            case "windows-1256" -> ARABIC;
            case "TIS-620" -> THAI;
            default -> throw new IllegalArgumentException(charset);
        };
    }

    private static byte[] feed(@Nullable String declared, String text, String charset) {
        String declaration = declared == null ? "" : "<?xml version='1.0' encoding='" + declared + "'?>";
        return (declaration + "<rss><channel><title>" + text + "</title></channel></rss>")
                .getBytes(Charset.forName(charset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Big5",
                "GB2312",
                "Shift_JIS",
                "EUC-JP",
                "EUC-KR",
                "windows-1251",
                "KOI8-R",
                "ISO-8859-5",
                "IBM866",
                "windows-1253",
                "windows-1255",
                "windows-1256",
                "TIS-620"
            })
    void tellsTheEncodingOfTextThatNobodyLabelled(String charset) {
        DecodedFeed decoded = DecodedFeed.of(feed(null, text(charset), charset), null);

        assertThat(decoded.text()).contains(text(charset));
        assertThat(decoded.encoding()).isEqualToIgnoringCase(charset);
    }

    @ParameterizedTest
    @CsvSource({
        "iso-8859-1,Big5",
        "us-ascii,GBK",
        "utf-8,Big5",
        "utf-8,KOI8-R",
        "utf-16,EUC-KR",
        "gb2312,Big5",
        "big5,GBK",
        "gbk,EUC-KR",
        "euc-jp,Shift_JIS",
        "windows-1251,KOI8-R",
        "koi8-r,windows-1251",
        "windows-1252,windows-1253",
        "iso-8859-1,windows-1255",
        "windows-1252,TIS-620",
        "no-such-charset,Shift_JIS"
    })
    void doesNotBelieveALabelThatTheBytesContradict(String label, String charset) {
        byte[] body = feed(label, text(charset), charset);

        assertThat(DecodedFeed.of(body, null).text()).contains(text(charset));
        assertThat(DecodedFeed.of(body, "application/xml; charset=" + label).text())
                .contains(text(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso-8859-1", "windows-1252", "big5", "no-such-charset", "us-ascii"})
    void believesUtf8WhateverItsLabel(String label) {
        DecodedFeed decoded = DecodedFeed.of(feed(label, CHINESE + " é", "UTF-8"), "text/xml; charset=" + label);

        assertThat(decoded.text()).contains(CHINESE);
        assertThat(decoded.encoding()).isEqualTo("utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "text/xml, , us-ascii",
        "text/xml, iso-8859-1, us-ascii",
        "application/xml, iso-8859-1, iso-8859-1",
        "application/xml, , utf-8",
        "application/rss+xml; charset=\"us-ascii\", iso-8859-1, us-ascii",
        "'application/atom+xml;charset = ''latin1''', utf-8, iso-8859-1",
        "text/plain; charset=utf-8, , utf-8",
        "application/xml, gbk, gb18030"
    })
    void namesTheEncodingOfAsciiByItsLabels(String contentType, @Nullable String declared, String encoding) {
        DecodedFeed decoded = DecodedFeed.of(feed(declared, "plain", "US-ASCII"), contentType);

        assertThat(decoded.encoding()).isEqualTo(encoding);
    }

    @Test
    void prefersTheHeaderToTheDeclaration() {
        byte[] body = feed("iso-8859-2", "“cena” 5 €", "windows-1252");

        DecodedFeed decoded = DecodedFeed.of(body, "application/rss+xml; charset=windows-1252");

        assertThat(decoded.text()).contains("“cena” 5 €");
    }

    @Test
    void leavesWesternTextWestern() {
        DecodedFeed decoded =
                DecodedFeed.of(feed(null, "L'usine a été agrandie près de la forêt à l'été", "ISO-8859-1"), null);

        assertThat(decoded.text()).contains("été agrandie près de la forêt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE"})
    void readsWideEncodingsWithAndWithoutAMark(String charset) {
        byte[] plain = feed("utf-8", CHINESE, charset);
        byte[] marked = ("\uFEFF" + new String(plain, Charset.forName(charset))).getBytes(Charset.forName(charset));

        for (byte[] body : new byte[][] {plain, marked}) {
            DecodedFeed decoded = DecodedFeed.of(body, "text/xml; charset=big5");
            assertThat(decoded.text()).startsWith("<?xml").contains(CHINESE);
            assertThat(decoded.encoding()).isEqualToIgnoringCase(charset);
        }
    }

    @Test
    void readsEbcdic() {
        assertThat(DecodedFeed.of(feed("ibm037", "mainframe é", "IBM037"), null).text())
                .contains("mainframe é");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latin-1",
                "ISO_8859-1:1987",
                "x-sjis",
                "KS_C_5601-1987",
                "cp949",
                "1251",
                "mac_cyrillic",
                "u8",
                "visual"
            })
    void knowsTheNamesThatFeedsUse(String label) {
        assertThat(EncodingLabel.of(label)).isPresent();
    }

    @Test
    void readsBytesThatAreNothing() {
        assertThat(DecodedFeed.of(new byte[0], null).text()).isEmpty();
        assertThat(DecodedFeed.of(new byte[] {0}, "charset").text()).hasSize(1);
        assertThat(DecodedFeed.of(new byte[] {(byte) 0xFF, (byte) 0xFE}, null).text())
                .isEmpty();
        assertThat(DecodedFeed.of("<rss/>".getBytes(StandardCharsets.US_ASCII), "text/xml; charset=utf-32")
                        .text())
                .isEqualTo("<rss/>");
    }
}
