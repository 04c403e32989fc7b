package org.supplierscope.ingest.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageFormTest {

    private static final String TAIWANESE = "這家工廠在河邊為客戶生產新的機器，今年的訂單比去年多了一倍。";
    private static final byte[] PAGE = utf8("<!doctype html><title>Works</title><p>" + TAIWANESE.repeat(20));

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(20260304).nextBytes(bytes);
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(one);
        bytes.writeBytes(other);
        return bytes.toByteArray();
    }

    private static @Nullable String objection(byte[] body) {
        return PageForm.objection(body, "text/html; charset=utf-8");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "text/html",
                "TEXT/HTML;charset=big5",
                " text/html , text/html",
                "application/xhtml+xml",
                "text/xml",
                "application/xml; charset=utf-8",
                "text/plain",
                "application/octet-stream",
                "binary/octet-stream",
                "unknown/unknown",
                "",
                "html",
                "text/",
                "charset=utf-8"
            })
    void takesTypesThatPagesCome(@Nullable String type) {
        assertThat(PageForm.objection(PAGE, type)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/pdf|it is a PDF document, not a web page",
                "image/jpeg|it is a picture (image/jpeg), not a web page",
                "image/svg+xml|it is a picture (image/svg+xml), not a web page",
                "audio/mpeg|it is a sound recording (audio/mpeg), not a web page",
                "video/mp4|it is a video (video/mp4), not a web page",
                "application/msword|it is an office document (application/msword), not a web page",
                "application/zip|it is packed files (application/zip), not a web page",
                "application/json;charset=utf-8|it is a file of the type application/json, not a web page",
                "text/css|it is a file of the type text/css, not a web page"
            })
    void tellsWhatOtherTypesAre(String type, String objection) {
        assertThat(PageForm.objection(PAGE, type)).isEqualTo(objection);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "255044462D312E37|a PDF document",
                "504B030414000600|packed files or an office document (ZIP)",
                "89504E470D0A1A0A0000000D|a picture (PNG)",
                "FFD8FFE000104A464946|a picture (JPEG)",
                "474946383961|a picture (GIF)",
                "424D36000C0000000000|a picture (BMP)",
                "52494646AABBCCDD574542505650|a picture (WebP)",
                "1F8B0800|packed data (gzip)",
                "4D5A900003000000|a program (Windows)",
                "7F454C460201|a program (ELF)",
                "D0CF11E0A1B11AE1|an office document (OLE)",
                "000000186674797069736F6D|a video (MP4)",
                "49443303000000|a sound recording (MP3)"
            })
    void knowsFilesByTheirMarks(String hex, String what) {
        byte[] body = joined(HexFormat.of().parseHex(hex), PAGE);

        assertThat(objection(body)).isEqualTo("its content is " + what + ", not a web page");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BMW sells more cars.",
                "MZ is a maker of motorcycles.",
                "ID3 tags explained",
                "OTTO ships parcels",
                "softftyping"
            })
    void takesTextThatBeginsAsSomeFilesDo(String text) {
        assertThat(objection(utf8(text))).isNull();
    }

    @Test
    void knowsDataByTheControlCharactersThatNoTextHas() throws IOException {
        String reason = "its content is data that is no text, not a web page";
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(random(30_000));
        }
        byte[] headless = packed.toByteArray();
        headless[0] = 'x';

        assertThat(objection(random(60_000))).isEqualTo(reason);
        assertThat(PageForm.objection(random(60_000), null)).isEqualTo(reason);
        assertThat(objection(headless)).isEqualTo(reason);
        assertThat(objection(joined(PAGE, random(60_000)))).isEqualTo(reason);
        assertThat(objection(joined(HexFormat.of().parseHex("FFFE"), random(60_000))))
                .isEqualTo(reason);
        assertThat(objection(joined(HexFormat.of().parseHex("EFBBBF"), random(60_000))))
                .isEqualTo(reason);
        String readWrong = new String(random(60_000), StandardCharsets.UTF_8);
        assertThat(objection(utf8(readWrong)))
                .as("read as UTF-8 before it came")
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "Big5", "GB18030", "Shift_JIS", "ISO-2022-JP", "UTF-16", "UTF-16LE", "UTF-16BE"})
    void takesTextOfAnyEncodingWhateverItsLabelSays(String charset) {
        String page = "<!doctype html><title>Works</title><p>" + TAIWANESE.repeat(20);

        assertThat(objection(page.getBytes(Charset.forName(charset)))).isNull();
    }

    @Test
    void takesTextWithStrayControlsAndZeros() {
        String line = "The mill said on Tuesday that it would add a second line.";

        assertThat(objection(utf8((line + "\u000b").repeat(100)))).isNull();
        assertThat(objection(utf8(line.replace(" ", "\0 ")))).isNull();
        assertThat(objection(utf8("\u0001" + line))).isNull();
        assertThat(objection(new byte[0])).isNull();
        assertThat(objection(new byte[10_000])).isNull();
        assertThat(objection(joined(PAGE, new byte[100_000]))).isNull();
    }

    @Test
    void tellsWideTextByItsZeros() {
        String page = "<!doctype html><title>Works</title><p>" + TAIWANESE;

        assertThat(WideText.charset(page.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(WideText.charset(page.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(StandardCharsets.UTF_16BE);
        assertThat(WideText.charset(PAGE)).isNull();
        assertThat(WideText.charset(random(60_000))).isNull();
        assertThat(WideText.charset(new byte[60_000])).isNull();
        assertThat(WideText.charset(page.getBytes(Charset.forName("UTF-32")))).isNull();
    }
}
