package org.supplierscope.ingest.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// F3: redirects that lead nowhere, far away or inside, followed by the crawl.
class RedirectTrapTest extends SmallWeb {

    @Test
    void followsNoChainOfThirtyHops() throws Exception {
        LocalWeb site = site().feed("/feed", "/0", "/near");
        LocalWeb other = site();
        for (int hop = 0; hop < 30; hop++) {
            LocalWeb from = hop % 2 == 0 ? site : other;
            LocalWeb to = hop % 2 == 0 ? other : site;
            from.redirect("/" + hop, to.url("/" + (hop + 1)).toString());
        }
        site.page("/30", 200, "<p>the end");
        site.redirect("/near", "/near/2").redirect("/near/2", other.url("/page").toString());
        other.page("/page", 200, "<p>x");

        crawl(List.of(source("one", site)), () -> {
            untilAsTimeFlies(
                    "one is given up and one stored",
                    () -> status("one").failed() == 1 && held.pages().size() == 1);
        });

        assertThat(held.paths()).containsExactly("/page");
        assertThat(other.asked("/9") + site.asked("/10")).isEqualTo(2);
        assertThat(other.asked("/11")).isZero();
    }

    @Test
    void followsARedirectToNothingButTheWeb() throws Exception {
        List<String> targets = List.of(
                "file:///etc/passwd",
                "ftp://example.org/x",
                "data:text/html,x",
                "http://169.254.169.254/latest/meta-data/",
                "http://[::ffff:169.254.169.254]/",
                "http://2852039166/");
        LocalWeb site = site();
        site.feed("/feed", "/0", "/1", "/2", "/3", "/4", "/5", "/good").page("/good", 200, "<p>x");
        for (int i = 0; i < targets.size(); i++) {
            site.redirect("/" + i, targets.get(i));
        }

        crawl(List.of(source("one", site)), () -> {
            untilAsTimeFlies("three are given up at once", () -> status("one").failed() >= 3);
            untilAsTimeFlies("the good one is stored", () -> held.pages().size() == 1);
            untilAsTimeFlies("all are given up", () -> status("one").failed() == targets.size());
        });

        assertThat(held.paths()).containsExactly("/good");
    }
}
