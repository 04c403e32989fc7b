package org.supplierscope.ingest.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubOfferTest {

    private static final URI FEED = URI.create("https://news.example/feed.xml");

    @Test
    void prefersAHubOverHttpsAndTheNameThatTheFeedGivesItself() {
        var offer = HubOffer.of(
                FEED,
                List.of(URI.create("http://hub.example/"), URI.create("https://hub.example/")),
                URI.create("https://news.example/feed"));

        assertThat(offer)
                .isEqualTo(new HubOffer(URI.create("https://hub.example/"), URI.create("https://news.example/feed")));
    }

    @Test
    void namesTheFeedByItsAddressWhenItDoesNotNameItself() {
        var offer = HubOffer.of(FEED, List.of(URI.create("https://hub.example/")), null);

        assertThat(offer).isEqualTo(new HubOffer(URI.create("https://hub.example/"), FEED));
    }

    @Test
    void offersNothingWhereThereIsNoHubOnTheWeb() {
        assertThat(HubOffer.of(FEED, List.of(), null)).isNull();
        assertThat(HubOffer.of(FEED, List.of(URI.create("mailto:hub@a.example")), null))
                .isNull();
    }
}
