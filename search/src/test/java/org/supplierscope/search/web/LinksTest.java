package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.query.SearchRequest.Copies;
import org.supplierscope.search.query.SearchRequest.Filter;

class LinksTest {

    @Test
    void leavesOutWhatIsNotSaid() {
        assertThat(Links.search("", Filter.NONE, null, 0)).isEqualTo("/");
        assertThat(Links.search("  ", Filter.NONE.withTheme(" "), " ", 0)).isEqualTo("/");
        assertThat(Links.search("", Filter.naming("hoya"), null, 0)).isEqualTo("/?supplier=hoya");
        assertThat(Links.search("a", Filter.naming("hoya").withStance(Stance.MIXED), "newest", 20))
                .isEqualTo("/?q=a&supplier=hoya&stance=mixed&order=newest&offset=20");
    }

    @Test
    void saysEveryPartOfAFilter() {
        var filter = new Filter("hoya", true, Stance.NONE, "lidar", Copies.ONLY);

        assertThat(Links.search("", filter, null, 0))
                .isEqualTo("/?supplier=hoya&about=true&stance=none&theme=lidar&copies=only");
    }

    @Test
    void encodesWhatWouldEndAValueOrAnAttribute() {
        assertThat(Links.search("\"R&D\" +50% #1 <b>'x'")).isEqualTo("/?q=%22R%26D%22+%2B50%25+%231+%3Cb%3E%27x%27");
        assertThat(Links.search("大立光")).isEqualTo("/?q=%E5%A4%A7%E7%AB%8B%E5%85%89");
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
