package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

class TypedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://news.example/feed, true",
        "http://www.news.example/feed/, true",
        "https://NEWS.example/, true",
        "https://news.example, true",
        "https://news.example/other, false",
        "https://other.example/feed, false",
        "https://news.example:8443/feed, false",
        "https://news.example:443/feed?#top, true",
        "http://news.example:80/feed/., true",
        "https://news.example./, true",
        "news.example/feed#x, true",
        "https://news.example/feed?page=2, false",
    })
    void knowsAnAddressThatASourceReadsHoweverItIsWritten(String address, boolean read) throws Exception {
        var status = new SourceStatus(
                "news",
                "News",
                URI.create("https://news.example/"),
                URI.create("https://news.example/feed"),
                null,
                null,
                null,
                null,
                0,
                0,
                0);

        assertThat(SourceRequest.reads(status, TypedAddress.of(address))).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "http://münchen.example/, münchen.example",
        "https://例え.テスト/, 例え.テスト",
        "https://www.my_paper.example/a|b, my_paper.example",
        "my-paper.example:8080, my-paper.example",
        "http://127.0.0.1:8080/feed, 127.0.0.1",
        "https://[2001:db8::1]:80/, [2001:db8::1]",
    })
    void leavesToTheCrawlerWhatItMayRead(String address, String site) throws Exception {
        assertThat(TypedAddress.of(address).site()).isEqualTo(site);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com:99999/, beyond 65535",
        "http://example.com:99999999999999999999/, beyond 65535",
        "https://me:secret@a.example/, user name",
        "http://0.0.0.0/, no site on the internet",
        "http://255.255.255.255/, no site on the internet",
        "'http://[ff02::1]/', no site on the internet",
        "'http://[::]/', no site on the internet",
        "http://300.1.1.1/, no IP address",
        "http://1.2.3.4.5/, no IP address",
        "'http://[1:2]/', no IP address",
        "https:///a, is not a web address",
    })
    void refusesAtOnceWhatNoReadingCanMend(String address, String reason) {
        assertThatThrownBy(() -> TypedAddress.of(address))
                .isInstanceOf(WrongParameterException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnEndlessAddress() {
        assertThatThrownBy(() -> TypedAddress.of("a.example/" + "a".repeat(2000)))
                .hasMessageContaining("2000 characters");
    }
}
