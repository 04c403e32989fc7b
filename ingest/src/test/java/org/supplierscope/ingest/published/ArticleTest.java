package org.supplierscope.ingest.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleTest {

    private static final Instant SEEN = Instant.parse("2026-03-04T12:00:00Z");

    private static Article article(int revision, @Nullable String published) {
        URI url = URI.create("https://example.org/a");
        return new Article("a", revision, "f", url, url, "s", "S", "Title", null, published, SEEN, null, null, "Text");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T09:30:00+08:00, 2026-03-04T01:30:00Z",
        "2026-03-04T09:30Z, 2026-03-04T09:30:00Z",
        "2026-03-03, 2026-03-03T00:00:00Z",
        "2026-03-04T13:00:00Z, 2026-03-04T12:00:00Z",
        "2099-01-01, 2026-03-04T12:00:00Z",
        "2026-13-45, 2026-03-04T12:00:00Z",
        "last Tuesday, 2026-03-04T12:00:00Z",
        "+999999999-12-31T23:59:59-18:00, 2026-03-04T12:00:00Z",
        "'', 2026-03-04T12:00:00Z"
    })
    void happenedWhenItWasPublishedButNeverAfterItWasSeen(String published, Instant happened) {
        assertThat(article(1, published).eventTime()).isEqualTo(happened);
    }

    @Test
    void happenedWhenItWasSeenIfNobodySaysWhen() {
        assertThat(article(1, null).eventTime()).isEqualTo(SEEN);
    }

    @Test
    void countsItsRevisionsFromOne() {
        assertThatThrownBy(() -> article(0, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }
}
