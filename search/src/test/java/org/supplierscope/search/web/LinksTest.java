package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTest {

    @Test
    void leavesOutWhatIsNotSaid() {
        assertThat(Links.search("", null, null, null, 0)).isEqualTo("/");
        assertThat(Links.search("  ", "", " ", null, 0)).isEqualTo("/");
        assertThat(Links.search("", "hoya", null, null, 0)).isEqualTo("/?supplier=hoya");
        assertThat(Links.search("a", "hoya", "mixed", "newest", 20))
                .isEqualTo("/?q=a&supplier=hoya&stance=mixed&order=newest&offset=20");
    }

    @Test
    void encodesWhatWouldEndAValueOrAnAttribute() {
        assertThat(Links.search("\"R&D\" +50% #1 <b>'x'", null, null, null, 0))
                .isEqualTo("/?q=%22R%26D%22+%2B50%25+%231+%3Cb%3E%27x%27");
        assertThat(Links.search("大立光", null, null, null, 0)).isEqualTo("/?q=%E5%A4%A7%E7%AB%8B%E5%85%89");
    }

    @Test
    void encodesAnIdAsOneStepOfAPath() {
        assertThat(Links.article("../a b?c#d")).isEqualTo("/articles/..%2Fa%20b%3Fc%23d");
    }

    @Test
    void leadsToASuppliersCourse() {
        assertThat(Links.supplier("hoya", null)).isEqualTo("/suppliers/hoya");
        assertThat(Links.supplier("a/b c", "R&D")).isEqualTo("/suppliers/a%2Fb%20c?theme=R%26D");
        assertThat(Links.strategy("hoya", "glass")).isEqualTo("/suppliers/hoya/strategy?theme=glass");
    }
}
