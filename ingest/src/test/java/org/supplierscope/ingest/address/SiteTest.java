package org.supplierscope.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://www.post.co.uk/a, https://news.post.co.uk/b, true",
        "https://post.co.uk/a, https://times.co.uk/b, false",
        "https://one.blogspot.com/a, https://two.blogspot.com/b, false",
        "https://WWW.Post.com.tw/a, http://post.com.tw:8080/b, true",
        "http://127.0.0.1:8080/a, http://127.0.0.1:9090/b, true",
        "http://127.0.0.1/a, http://127.0.1.1/b, false",
        "http://[::1]/a, http://[::2]/b, false",
        "http://localhost/a, http://localhost/b, true",
        "http://a.post.example/a, http://b.post.example/b, true",
        "http://one.example/a, http://two.example/b, false",
        "http://wiki/a, http://intranet/b, false",
    })
    void joinsTheHostsOfOneRegistrableDomain(URI first, URI second, boolean same) {
        assertThat(Site.of(first).holds(second)).isEqualTo(same);
    }
}
