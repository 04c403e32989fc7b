package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.published.SourceStatus;

class SourceViewTest {

    private static final Instant NOW = Instant.parse("2026-06-10T12:00:00Z");

    private static SourceStatus status(
            @Nullable SourceState state,
            @Nullable String error,
            @Nullable Instant silentSince,
            @Nullable URI movedFrom,
            @Nullable Long quarantined) {
        return new SourceStatus(
                "a",
                "A",
                null,
                URI.create("https://a.example/feed"),
                null,
                NOW.minusSeconds(60),
                NOW.minusSeconds(3 * 3600),
                error,
                12,
                3,
                1,
                SourceKind.SITEMAP,
                state,
                state == SourceState.ENDED ? "The site says that it is gone for good." : null,
                4.0,
                NOW.minusSeconds(5 * 86_400),
                silentSince,
                NOW.plusSeconds(20 * 60),
                error == null ? null : NOW.minusSeconds(7200),
                movedFrom,
                state == SourceState.PAUSED,
                quarantined,
                null,
                null);
    }

    @Test
    void saysHowASourceFares() {
        var view = SourceView.of(status(SourceState.ACTIVE, null, null, null, null), NOW);

        assertThat(view.label()).isEqualTo("Heard");
        assertThat(view.css()).isEqualTo("good");
        assertThat(view.kind()).isEqualTo("sitemap");
        assertThat(view.median()).isEqualTo("4");
        assertThat(view.lastAnswer()).isEqualTo("3 h ago");
        assertThat(view.lastNew()).isEqualTo("5 days ago");
        assertThat(view.nextPoll()).isEqualTo("in 20 min");
        assertThat(view.remarks()).isEmpty();
        assertThat(view.running()).isTrue();
    }

    @Test
    void tellsSilenceAndErrorsWithTheirBeginning() {
        var silent =
                SourceView.of(status(SourceState.ACTIVE, null, Instant.parse("2026-06-01T08:15:00Z"), null, null), NOW);
        var broken = SourceView.of(status(SourceState.ACTIVE, "the server answered 502", null, null, null), NOW);

        assertThat(silent.label()).isEqualTo("Silent");
        assertThat(silent.remarks()).singleElement().asString().contains("2026-06-01 08:15 UTC");
        assertThat(broken.label()).isEqualTo("Error");
        assertThat(broken.remarks())
                .singleElement()
                .asString()
                .contains("502", "2026-06-10 10:00 UTC", "asked again at 2026-06-10 12:20 UTC");
    }

    @Test
    void tellsWhatASourceWentThrough() {
        var view =
                SourceView.of(status(SourceState.ENDED, null, null, URI.create("https://old.example/rss"), 40L), NOW);

        assertThat(view.label()).isEqualTo("Ended");
        assertThat(view.running()).isFalse();
        assertThat(view.remarks()).hasSize(3).anyMatch(remark -> remark.contains("https://old.example/rss"));
    }

    @ParameterizedTest
    @EnumSource(
            value = SourceState.class,
            names = {"PAUSED", "ENDED", "REMOVED"})
    void tellsNoErrorOfASourceThatIsNotAsked(SourceState state) {
        var view = SourceView.of(status(state, "the server answered 410", null, null, null), NOW);

        assertThat(view.label()).isEqualToIgnoringCase(state.name());
        assertThat(view.remarks()).noneMatch(remark -> remark.contains("410"));
    }

    /// F9; the fixture's paused source is one whose certificate is not verified.
    @Test
    void saysWhoseCertificateIsNotVerified() {
        var trusted = SourceView.of(status(SourceState.ACTIVE, null, null, null, null), NOW);
        var unverified = SourceView.of(status(SourceState.PAUSED, null, null, null, null), NOW);

        assertThat(trusted.remarks()).noneMatch(remark -> remark.contains("certificate"));
        assertThat(unverified.remarks()).anyMatch(remark -> remark.contains("certificate is not verified"));
    }

    @Test
    void readsStatesOfAnOlderRelease() {
        var old =
                new SourceStatus("a", "A", null, URI.create("https://a.example/feed"), null, null, null, null, 0, 0, 0);

        var view = SourceView.of(old, NOW);

        assertThat(view.label()).isEqualTo("Not asked yet");
        assertThat(view.kind()).isEqualTo("feed");
        assertThat(view.lastAnswer()).isEqualTo("never");
        assertThat(view.nextPoll()).isEqualTo("–");
    }
}
