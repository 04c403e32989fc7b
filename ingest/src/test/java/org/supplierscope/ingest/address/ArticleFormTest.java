package org.supplierscope.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleFormTest {

    private static CanonicalAddress address(String text) {
        return Objects.requireNonNull(CanonicalAddress.parse(text), text);
    }

    // P10: AMP and print forms are one article with the plain page.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://www-example-org.cdn.ampproject.org/c/s/www.example.org/2026/a-b/amp/ | https://www.example.org/2026/a-b/
            https://cdn.ampproject.org/v/s/www.example.org/a?amp_js_v=0.1&id=7 | https://www.example.org/a?id=7
            https://cdn.ampproject.org/c/www.example.org/a                | http://www.example.org/a
            https://www.google.com/amp/s/www.example.org/a                | https://www.example.org/a
            https://www.google.co.uk/amp/s/amp.example.org/a              | https://www.example.org/a
            https://amp.example.org/a                                     | https://www.example.org/a
            https://amp.example.co.uk:8443/a                              | https://www.example.co.uk:8443/a
            https://amp.news.example.org/a                                | https://news.example.org/a
            https://print.example.org/a                                   | https://www.example.org/a
            https://example.org/2026/11/chips/amp/                        | https://example.org/2026/11/chips/
            https://example.org/a-long-title/amp                          | https://example.org/a-long-title
            https://example.org/amp/business/chips-123456                 | https://example.org/business/chips-123456
            https://example.org/news/123456/print                         | https://example.org/news/123456
            https://example.org/print/news/123456                         | https://example.org/news/123456
            https://example.org/news/chips.amp.html                       | https://example.org/news/chips.html
            https://example.org/news/chips.amp                            | https://example.org/news/chips
            https://example.org/news/chips.html?outputType=amp            | https://example.org/news/chips.html
            https://example.org/news/chips?id=7&amp=1                     | https://example.org/news/chips?id=7
            https://example.org/news/chips?amp                            | https://example.org/news/chips
            https://example.org/news/chips?print=1&page=2                 | https://example.org/news/chips?page=2
            https://example.org/news/print?id=7                           | https://example.org/news?id=7
            """)
    void leadsOtherFormsBackToThePlainOne(String form, String plain) {
        assertThat(address(form).identity()).hasToString(plain);
        assertThat(address(form).id()).isEqualTo(address(plain).id());
        assertThat(address(plain).identity()).as("the plain form stays").hasToString(plain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "https://example.org/amp",
                "https://example.org/print/",
                "https://example.org/print/offset",
                "https://example.org/blueprint/a-b-c",
                "https://example.org/amp-review-of-the-year",
                "https://champ.example.org/a",
                "https://amp.localhost/a",
                "http://amp.10.0.0.1.nip.invalid/a",
                "https://example.org/a?amp=300",
                "https://example.org/a?view=article",
                "https://example.org/a?print=magazine",
                "https://evil.example/amp/s/www.example.org/a",
                "https://evil.example/c/s/www.example.org/a",
                "https://cdn.ampproject.org.evil.example/c/s/www.example.org/a",
                "https://google.example.com/amp/s/www.example.org/a",
                "https://cdn.ampproject.org/c/s/desk@www.example.org/a",
                "https://cdn.ampproject.org/i/s/www.example.org/a"
            })
    void leavesOtherAddressesAlone(String plain) {
        assertThat(address(plain).identity()).isEqualTo(address(plain).uri());
    }
}
