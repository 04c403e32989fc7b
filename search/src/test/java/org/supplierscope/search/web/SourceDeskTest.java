package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.published.SourceStatus;

class SourceDeskTest {

    @ParameterizedTest
    @CsvSource({
        "https://news.example/feed, true",
        "http://www.news.example/feed/, true",
        "https://NEWS.example/, true",
        "https://news.example, true",
        "https://news.example/other, false",
        "https://other.example/feed, false",
        "https://news.example:8443/feed, false",
    })
    void knowsAnAddressThatASourceReadsHoweverItIsWritten(URI address, boolean read) {
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

        assertThat(SourceDesk.reads(status, address)).isEqualTo(read);
    }
}
