package org.supplierscope.search.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.published.SourceCommand;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

class SourceRequestTest {

    @Test
    void takesTheAddressOfASiteAsPeopleTypeIt() throws Exception {
        var request = new SourceRequest(" www.Optics-News.example ", null, null, null, null);

        SourceCommand.Add command = request.command(id -> false);

        assertThat(command.address()).isEqualTo(URI.create("https://www.Optics-News.example/"));
        assertThat(command.id()).isEqualTo("optics-news-example");
        assertThat(command.name()).isEqualTo("optics-news.example");
        assertThat(command.kind()).isNull();
    }

    @Test
    void givesTheSecondSourceOfASiteAnIdOfItsOwn() throws Exception {
        var taken = Set.of("a-example", "a-example-2");
        var request = new SourceRequest("https://a.example/b.xml", "A", "feed", "zh-Hant", null);

        SourceCommand.Add command = request.command(taken::contains);

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
                "https://me:secret@a.example/",
                "http:// "
            })
    void refusesWhatIsNoWebAddressAndSaysSo(String address) {
        var request = new SourceRequest(address, null, null, null, null);

        assertThatThrownBy(() -> request.command(id -> false))
                .isInstanceOf(WrongParameterException.class)
                .hasMessageContaining("https://news.example/");
    }

    @Test
    void refusesWrongWords() {
        assertThatThrownBy(() -> new SourceRequest("a.example", null, "podcast", null, null).command(id -> false))
                .hasMessageContaining("podcast");
        assertThatThrownBy(() -> new SourceRequest("a.example", null, null, "<b>", null).command(id -> false))
                .hasMessageContaining("language");
        assertThatThrownBy(() -> new SourceRequest("a.example", null, null, null, "Not An Id").command(id -> false))
                .hasMessageContaining("id must be");
        assertThatThrownBy(() -> new SourceRequest("a.example", "n".repeat(301), null, null, null).command(id -> false))
                .hasMessageContaining("300");
    }
}
