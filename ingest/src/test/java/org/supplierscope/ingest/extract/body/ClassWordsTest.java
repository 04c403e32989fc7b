package org.supplierscope.ingest.extract.body;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassWordsTest {

    @ParameterizedTest
    @CsvSource({
        "related-posts,true", "relatedPosts,true", "post_share_bar,true", "wrap nav2,true", "author-bio,true",
        "author,false", "author bio-less,true", "box widget,true", "elementor-widget-container,false",
                "shareholders,false",
        "road,false", "social-embed,false", "tweet share,false"
    })
    void readsNamesWordByWord(String names, boolean aside) {
        var element =
                Jsoup.parseBodyFragment("<div class='" + names + "'>").body().child(0);

        assertThat(new ClassWords().marksAside(element)).isEqualTo(aside);
    }

    @ParameterizedTest
    @CsvSource({
        "div,popular-spindles,true",
        "p,popular-spindles,false",
        "h2,popular-spindles,false",
        "div,toc_spindles-of-the-year,false"
    })
    void readsIdsOnlyWhereTheyAreNoSlugs(String tag, String id, boolean aside) {
        var element =
                Jsoup.parseBodyFragment("<" + tag + " id=" + id + ">").body().child(0);

        assertThat(new ClassWords().marksAside(element)).isEqualTo(aside);
    }

    @ParameterizedTest
    @CsvSource({"article-body,true", "entryContent,true", "body,false", "article-body comments,false"})
    void knowsNamesOfTheBody(String names, boolean body) {
        var element =
                Jsoup.parseBodyFragment("<div class='" + names + "'>").body().child(0);

        assertThat(new ClassWords().marksBody(element)).isEqualTo(body);
    }
}
