package org.supplierscope.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalAddressTest {

    private static String canonical(String text) {
        return Objects.requireNonNull(CanonicalAddress.parse(text), text).uri().toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://Example.ORG                             | https://example.org/
            HTTPS://example.org/A                           | https://example.org/A
            http://example.org:80/a                         | http://example.org/a
            https://example.org:443/a                       | https://example.org/a
            http://example.org:443/a                        | http://example.org:443/a
            http://example.org:8080/a                       | http://example.org:8080/a
            http://example.org:/a                           | http://example.org/a
            https://example.org/a#part                      | https://example.org/a
            https://example.org/a?                          | https://example.org/a
            https://example.org/a?id=7&utm_source=x         | https://example.org/a?id=7
            https://example.org/a?UTM_Medium=x&fbclid=1     | https://example.org/a
            https://example.org/a?b=2&a=1                   | https://example.org/a?b=2&a=1
            https://example.org/a?&id=7&                    | https://example.org/a?id=7
            https://example.org/a?id=7&ref=home             | https://example.org/a?id=7&ref=home
            https://example.org/a/./b/../c                  | https://example.org/a/c
            https://example.org/../a                        | https://example.org/a
            https://example.org/a/..                        | https://example.org/
            https://example.org/a/.                         | https://example.org/a/
            https://example.org/a//b                        | https://example.org/a//b
            https://example.org/save/https://example.net/x  | https://example.org/save/https://example.net/x
            https://example.org/two words                   | https://example.org/two%20words
            https://example.org/a%2fb                       | https://example.org/a%2Fb
            https://example.org/100%                        | https://example.org/100%25
            https://example.org/a^b?q={x}                   | https://example.org/a%5Eb?q=%7Bx%7D
            https://example.org/a[1]                        | https://example.org/a%5B1%5D
            https://example.org/供應鏈?q=半導體               | https://example.org/%E4%BE%9B%E6%87%89%E9%8F%88?q=%E5%8D%8A%E5%B0%8E%E9%AB%94
            https://bücher.example/a                        | https://xn--bcher-kva.example/a
            http://[2001:DB8::1]:8080/a                     | http://[2001:db8::1]:8080/a
            https:example.org                               | https://example.org/
            https:///example.org/a                          | https://example.org/a
            https://example.org./a                          | https://example.org/a
            https://press_room.example.org:8443/a           | https://press_room.example.org:8443/a
            https://example.org/a/index.html                | https://example.org/a/index.html
            https://example.org/a#!                         | https://example.org/a
            https://example.org/a;jsessionid=9F?id=7        | https://example.org/a?id=7
            https://example.org/a;type=x/b                  | https://example.org/a;type=x/b
            https://example.org/(S(lit3py55t21z5v55vlm25s55))/a.aspx | https://example.org/a.aspx
            https://example.org/a?PHPSESSID=x1&id=7         | https://example.org/a?id=7
            https://example.org/a?sid=0123456789abcdef0123456789abcdef | https://example.org/a
            https://example.org/a?sid=17                    | https://example.org/a?sid=17
            https://example.org/a?%75tm_source=x&id=7       | https://example.org/a?id=7
            https://example.org/a?gclid=1&mtm_kwd=2&_ga=3&mkt_tok=4 | https://example.org/a
            """)
    void hasOneSpellingForEachPage(String written, String canonical) {
        assertThat(canonical(written)).isEqualTo(canonical);
        assertThat(canonical(canonical)).as("canonical once more").isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "/a",
                "example.org/a",
                "//example.org/a",
                "mailto:a@example.org",
                "ftp://example.org/a",
                "file:///etc/passwd",
                "data:text/html,x",
                "javascript:alert(1)",
                "http://",
                "http://user@example.org/",
                "http://user:secret@example.org/",
                "http://169.254.169.254:8888\\@example.org/",
                "http://example.org\\a",
                "http://exam ple.org/",
                "http://example.org:port/",
                "http://example.org/a\u0000b",
                "http://example.org/a\u007fb",
                "http://exam!ple.org/",
                "http://a..example.org/",
                "https://example.org/#!/article/7"
            })
    void isNothingButAPublicWebAddress(String written) {
        assertThat(CanonicalAddress.parse(written)).isNull();
    }

    @Test
    void isNoTrapOfEndlessLength() {
        assertThat(CanonicalAddress.parse("https://example.org/" + "a/".repeat(100_000)))
                .isNull();
        assertThat(CanonicalAddress.parse("https://example.org/" + "新".repeat(1900)))
                .isNull();
        assertThat(CanonicalAddress.parse("https://" + "a.".repeat(300) + "org/"))
                .isNull();
    }

    @Test
    void leavesLineBreaksOutAsBrowsersDo() {
        assertThat(canonical("\n https://example.org/a\r\n\tb ")).isEqualTo("https://example.org/ab");
    }

    @Test
    void knowsTheHostAlsoWhereJavaSeesNone() {
        var underscore = CanonicalAddress.of(URI.create("https://press_room.example.org:8443/a"));
        var number = CanonicalAddress.of(URI.create("http://[2001:db8::1]/"));

        assertThat(underscore.host()).isEqualTo("press_room.example.org");
        assertThat(underscore.authority()).isEqualTo("press_room.example.org:8443");
        assertThat(number.host()).isEqualTo("[2001:db8::1]");
    }

    @Test
    void tellsAuthoritiesApartByHostAndPort() {
        assertThat(CanonicalAddress.of(URI.create("https://example.org/a")).authority())
                .isEqualTo("example.org");
        assertThat(CanonicalAddress.of(URI.create("http://example.org/a")).authority())
                .isEqualTo("example.org");
        assertThat(CanonicalAddress.of(URI.create("http://example.org:81/")).authority())
                .isEqualTo("example.org:81");
    }

    @Test
    void hasAnIdFixedByTheAddress() {
        var address = CanonicalAddress.of(URI.create("https://example.org/a"));

        assertThat(address.id())
                .isEqualTo(CanonicalAddress.of(URI.create("https://EXAMPLE.org/a#b"))
                        .id());
        assertThat(address.id())
                .isEqualTo(CanonicalAddress.digest("https://example.org/a"))
                .hasSize(32);
        assertThat(CanonicalAddress.digest("abc")).isEqualTo("ba7816bf8f01cfea414140de5dae2223");
    }

    @Test
    void refusesWhatIsNoAddressWhenItMustBeOne() {
        assertThatThrownBy(() -> CanonicalAddress.of(URI.create("ftp://example.org/")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ftp://example.org/");
    }
}
