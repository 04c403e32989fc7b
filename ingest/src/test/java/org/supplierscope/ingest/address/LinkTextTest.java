package org.supplierscope.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTextTest {

    private static final URI BASE = URI.create("https://example.org/news/list.xml?page=1");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            item.html                  | https://example.org/news/item.html
            ../item.html               | https://example.org/item.html
            /item.html                 | https://example.org/item.html
            //example.net/item         | https://example.net/item
            ?page=2                    | https://example.org/news/list.xml?page=2
            http://example.net/a b     | http://example.net/a%20b
            /新聞                       | https://example.org/%E6%96%B0%E8%81%9E
            //bücher.example/x         | https://xn--bcher-kva.example/x
            /a:b                       | https://example.org/a:b
            mailto:desk@example.org    | mailto:desk@example.org
            \\item                     | https://example.org/item
            https:item.html            | https://example.org/news/item.html
            a%                         | https://example.org/news/a%25
            [1]                        | https://example.org/news/%5B1%5D
            #a#b                       | https://example.org/news/list.xml?page=1#a%23b
            http://user@example.net/   | http://user@example.net/
            ftp://example.net/x        | ftp://example.net/x
            //press_room.example.net/x | https://press_room.example.net/x
            """)
    void meansWhatABrowserTakesItFor(String link, String meant) {
        assertThat(LinkText.resolve(BASE, link)).hasToString(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "' '",
        "'http://[::1'",
        "'http://[zone%eth0]/'",
        "'a\u0001b'",
        "'\\\\example.net/x'",
        "'https:\\\\example.net/x'",
        "'https://example.net\\x'",
        "'https://exa!mple{}.net/x'"
    })
    void meansNothing(String link) {
        assertThat(LinkText.resolve(BASE, link)).isNull();
    }
}
