package org.supplierscope.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.ingest.published.SourceKind;

class SourceListTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("sources.yaml");
    }

    private List<Source> read(String yaml) throws IOException, SourceListException {
        Files.writeString(file, yaml);
        return SourceList.read(file);
    }

    @Test
    void readsWhatAnOperatorWrites() throws Exception {
        List<Source> sources = read("""
                # what we read
                sources:
                  - name: Example News, Asia
                    feed: https://www.example.org/rss/daily.xml?utm_source=us
                    home: https://www.example.org
                    language: no
                  - {name: 日報, feed: "https://example.com/新聞.xml", id: daily}
                """);

        assertThat(sources)
                .containsExactly(
                        new Source(
                                "example-news-asia",
                                "Example News, Asia",
                                URI.create("https://www.example.org/"),
                                URI.create("https://www.example.org/rss/daily.xml?utm_source=us"),
                                "no"),
                        new Source(
                                "daily", "日報", null, URI.create("https://example.com/%E6%96%B0%E8%81%9E.xml"), null));
    }

    @Test
    void readsWhatKindOfListingASourceHasAndWhetherItsCertificateMatters() throws Exception {
        List<Source> sources = read("""
                sources:
                  - {name: A, feed: "https://a.example/map.xml", kind: sitemap}
                  - {name: B, feed: "https://b.example/", kind: site, accept-any-certificate: true}
                  - {name: C, feed: "https://c.example/", kind: page, accept-any-certificate: false}
                """);

        assertThat(sources)
                .extracting(Source::kind)
                .containsExactly(SourceKind.SITEMAP, SourceKind.SITE, SourceKind.PAGE);
        assertThat(sources).extracting(Source::verifyCertificate).containsExactly(true, false, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            feeds:\\n- a                                                                | line 1 | unknown key 'feeds'
            sources: none                                                              | line 1 | must be a list
            sources:                                                                   | line 1 | must be a list
            sources: []\\nother: 1                                                      | line 2 | unknown key 'other'
            sources:\\n- just words                                                     | line 2 | the keys 'name' and 'feed'
            sources:\\n- name: A\\n  url: https://a.example/                             | line 3 | unknown key 'url'
            sources:\\n- feed: https://a.example/                                       | line 2 | the key 'name' is missing
            sources:\\n- name: A                                                        | line 2 | the key 'feed' is missing
            sources:\\n- name: A\\n  feed:                                               | line 3 | expected a word or text
            sources:\\n- name: A\\n  feed: [x]                                           | line 3 | expected a word or text
            sources:\\n- name: A\\n  feed: a.example/feed                                | line 3 | 'feed' must be a full http or https address of at most 2000 characters, not 'a.example/feed'
            sources:\\n- name: A\\n  feed: ftp://a.example/feed                          | line 3 | 'feed' must be a full
            sources:\\n- name: A\\n  feed: https://a.example/\\n  home: x                 | line 4 | 'home' must be a full
            sources:\\n- name: A\\n  feed: https://a.example/\\n  id: Not An Id           | line 4 | the id 'Not An Id' must be
            sources:\\n- name: 日報\\n  feed: https://a.example/                          | line 2 | give this source one by the key 'id'
            sources:\\n- &a {name: A, feed: "https://a.example/"}\\n- *a                 | line 2 | the id 'a' is already taken by the source in line 2
            sources:\\n- {name: A, feed: "https://a.example/"}\\n- {name: a, feed: "https://b.example/"} | line 3 | the id 'a' is already taken by the source in line 2
            sources:\\n- name: A\\n  name: B\\n  feed: https://a.example/                 | line 3 | the key 'name' stands twice
            sources:\\n- name: A\\n  feed: https://a.example/\\n  kind: podcast        | line 4 | 'kind' must be feed, sitemap, page or site
            sources:\\n- name: A\\n  feed: https://a.example/\\n  accept-any-certificate: maybe | line 4 | must be true or false
            sources: [\\n- x                                                            | line 2 | not valid YAML
            a: b: c                                                                    | line 1 | not valid YAML
            sources: *nowhere                                                          | line 1 | not valid YAML
            sources: []\\n---\\nsources: []                                              | line 2 | not valid YAML
            <<: {a: b}                                                                 | line 1 | unknown key '<<'
            """)
    void namesFileLineAndKeyOfAMistake(String yaml, String line, String words) {
        assertThatThrownBy(() -> read(yaml.replace("\\n", "\n")))
                .isInstanceOf(SourceListException.class)
                .hasMessageStartingWith(file + ", " + line + ": ")
                .hasMessageContaining(words);
    }

    @Test
    void namesWhatIsTooLongToBeKept() {
        String longName = "sources:\n- name: " + "n".repeat(301) + "\n  feed: https://a.example/\n  id: a\n";
        String longFeed = "sources:\n- name: A\n  feed: https://a.example/" + "x".repeat(2000);
        String longLanguage = "sources:\n- name: A\n  feed: https://a.example/\n  language: " + "x".repeat(36);

        assertThatThrownBy(() -> read(longName)).hasMessageContaining("line 2").hasMessageContaining("'name'");
        assertThatThrownBy(() -> read(longFeed)).hasMessageContaining("line 3").hasMessageContaining("'feed'");
        assertThatThrownBy(() -> read(longLanguage))
                .hasMessageContaining("line 4")
                .hasMessageContaining("'language'");
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        assertThatThrownBy(() -> SourceList.read(file))
                .isInstanceOf(SourceListException.class)
                .hasMessage(file + ": there is no such file");
    }

    @Test
    void saysThatAFolderOrBinaryFileCannotBeRead() throws IOException {
        Files.write(file, "sources:\n- name: Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> SourceList.read(folder)).isInstanceOf(SourceListException.class);
        assertThatThrownBy(() -> SourceList.read(file))
                .isInstanceOf(SourceListException.class)
                .hasMessageContaining("UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"''", "'# nothing here'"})
    void saysWhatAnEmptyFileLacks(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(SourceListException.class)
                .hasMessageContaining("expected the key 'sources'");
    }

    @Test
    void survivesYamlMadeToBreakReaders() {
        String nested = "sources: " + "[".repeat(100_000);
        String itself = "sources: &a [*a]";
        String laughs = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nsources: [*b,*b,*b,*b,*b,*b]";
        String object = "sources: !!javax.script.ScriptEngineManager [x]";

        for (String yaml : List.of(nested, itself, laughs, object)) {
            assertThatThrownBy(() -> read(yaml)).isInstanceOf(SourceListException.class);
        }
    }
}
