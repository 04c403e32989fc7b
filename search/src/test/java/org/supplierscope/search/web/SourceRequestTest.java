package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.published.SourceCommand;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

class SourceRequestTest {

    private static SourceStatus source(String id, String feed, SourceState state) {
        return new SourceStatus(
                id,
                "Source " + id,
                URI.create("https://home.example/"),
                URI.create(feed),
                "en",
                null,
                null,
                null,
                12,
                0,
                0,
                SourceKind.FEED,
                state,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                null,
                null,
                null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://p7.example/feed#top", "home.example"})
    void asksForTheRemovedSourceThatReadTheAddress(String address) throws Exception {
        var removed = source("p-seven", "https://p7.example/feed", SourceState.REMOVED);
        var request = new SourceRequest(address, null, null, null, null);

        SourceCommand.Add command = request.command(List.of(removed));

        assertThat(command)
                .isEqualTo(new SourceCommand.Add(
                        "p-seven",
                        "Source p-seven",
                        "https://p7.example/feed",
                        SourceKind.FEED,
                        URI.create("https://home.example/"),
                        "en",
                        true));
    }

    @Test
    void makesANewSourceWhereTheNameIsNewOrSeveralWereRemoved() throws Exception {
        var removed = List.of(
                source("one", "https://p7.example/feed", SourceState.REMOVED),
                source("two", "https://p7.example/other", SourceState.REMOVED));

        var named = new SourceRequest("p7.example/feed", "Anew", null, null, null).command(removed);
        var site = new SourceRequest("home.example", null, null, null, null).command(removed);

        assertThat(named.id()).isEqualTo("p7-example");
        assertThat(site.id()).isEqualTo("home-example");
    }

    @Test
    void refusesWhatASourceReadsAlready() {
        var known = List.of(source("one", "https://p7.example/feed", SourceState.PAUSED));

        assertThatThrownBy(() -> new SourceRequest("http://P7.example:80/feed?", null, null, null, null).command(known))
                .isInstanceOf(WrongParameterException.class)
                .hasMessageContaining("'one' reads");
    }

    @ParameterizedTest
    @CsvSource({"http://münchen.example/, munchen-example", "https://例え.テスト/, source"})
    void givesAHostOfAnyScriptAnId(String address, String id) throws Exception {
        SourceCommand.Add command = new SourceRequest(address, null, null, null, null).command(List.of());

        assertThat(command.address()).isEqualTo(address);
        assertThat(command.id()).isEqualTo(id);
    }

    @Test
    void takesTheAddressOfASiteAsPeopleTypeIt() throws Exception {
        var request = new SourceRequest(" www.Optics-News.example ", null, null, null, null);

        SourceCommand.Add command = request.command(List.of());

        assertThat(command.address()).isEqualTo("https://www.Optics-News.example/");
        assertThat(command.id()).isEqualTo("optics-news-example");
        assertThat(command.name()).isEqualTo("optics-news.example");
        assertThat(command.kind()).isNull();
    }

    @Test
    void givesTheSecondSourceOfASiteAnIdOfItsOwn() throws Exception {
        var taken = List.of(
                source("a-example", "https://a.example/a.xml", SourceState.ACTIVE),
                source("a-example-2", "https://b.example/", SourceState.REMOVED));
        var request = new SourceRequest("https://a.example/b.xml", "A", "feed", "zh-Hant", null);

        SourceCommand.Add command = request.command(taken);

        assertThat(command.id()).isEqualTo("a-example-3");
        assertThat(command.kind()).isEqualTo(SourceKind.FEED);
        assertThat(command.language()).isEqualTo("zh-Hant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "two words",
                "ftp://a.example/",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://",
                "http:// "
            })
    void refusesWhatIsNoWebAddressAndSaysSo(String address) {
        var request = new SourceRequest(address, null, null, null, null);

        assertThatThrownBy(() -> request.command(List.of()))
                .isInstanceOf(WrongParameterException.class)
                .hasMessageContaining("https://news.example/");
    }

    @Test
    void refusesWrongWords() {
        assertThatThrownBy(() -> new SourceRequest("a.example", null, "podcast", null, null).command(List.of()))
                .hasMessageContaining("podcast");
        assertThatThrownBy(() -> new SourceRequest("a.example", null, null, "<b>", null).command(List.of()))
                .hasMessageContaining("language");
        assertThatThrownBy(() -> new SourceRequest("a.example", null, null, null, "Not An Id").command(List.of()))
                .hasMessageContaining("id must be");
        assertThatThrownBy(() -> new SourceRequest("a.example", "n".repeat(301), null, null, null).command(List.of()))
                .hasMessageContaining("300");
    }
}
