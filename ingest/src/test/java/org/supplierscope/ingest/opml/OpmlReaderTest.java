package org.supplierscope.ingest.opml;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.opml.OpmlReading.NotAList;
import org.supplierscope.ingest.opml.OpmlReading.Subscription;
import org.supplierscope.ingest.opml.OpmlReading.Subscriptions;

class OpmlReaderTest {

    @Test
    void findsFeedsInFoldersInAnyCaseOfTheirAttributes() {
        var list = list("""
                <outline text='Optics'><outline text='Deeper'>
                  <outline type='rss' text='Lens News' XMLURL='https://lens.example/feed' htmlUrl='https://lens.example/'/>
                </outline></outline>
                <outline title='Fibre &amp; Co' text='ignored' xmlUrl='http://fibre.example/rss?a=1&amp;b=2'/>
                """);

        assertThat(list.subscriptions())
                .containsExactly(
                        new Subscription(
                                "Lens News",
                                URI.create("https://lens.example/feed"),
                                URI.create("https://lens.example/")),
                        new Subscription("Fibre & Co", URI.create("http://fibre.example/rss?a=1&b=2"), null));
        assertThat(list.leftOut()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<outline text='b' xmlUrl='https://b.exam",
                "<outline text='b' xmlUrl=\"https://b.exam",
                "<outline te",
                "<!-- </opml> --><outline text='b' xmlUrl='https://b.example/feed",
                "</body",
                ""
            })
    void tellsThatAFileEndsEarlyAndKeepsWhatCameBefore(String end) {
        String text = "<opml version='2.0'><body><outline text='a' xmlUrl='https://a.example/feed'/>" + end;

        for (byte[] file : List.of(text.getBytes(UTF_8), text.getBytes(UTF_16))) {
            assertThat(OpmlReader.read(file)).isInstanceOfSatisfying(Subscriptions.class, list -> {
                assertThat(list.cut()).isTrue();
                assertThat(list.subscriptions()).extracting(Subscription::name).containsExactly("a");
            });
        }
    }

    @Test
    void tellsEachLineThatCannotBeUsedAndKeepsTheOthers() {
        var list = list("""

                <outline text='no address' type='rss'/>
                <outline text='odd' xmlUrl='feed://old.example/x'/>
                <outline text='file' xmlUrl='file:///etc/passwd'/>
                <outline text='good' xmlUrl='https://good.example/feed'/>
                <outline text='again' xmlUrl='https://good.example/feed'/>
                """);

        assertThat(list.subscriptions()).extracting(Subscription::name).containsExactly("good");
        assertThat(list.leftOut()).isEqualTo(3);
        assertThat(list.repeated()).isEqualTo(1);
        assertThat(list.cut()).isFalse();
        assertThat(list.problems())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("line 3: ")
                .contains("xmlUrl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain words", "<html><body>a page</body></html>", "<opml version='2.0'><body/></opml>"})
    void saysWhyAFileIsNoList(String file) {
        assertThat(OpmlReader.read(file.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        NotAList.class, not -> assertThat(not.reason()).isNotBlank());
    }

    @Test
    void readsTheEncodingThatTheFileNames() {
        byte[] file = ("<?xml version='1.0' encoding='UTF-16'?><opml><body><outline text='大立光'"
                        + " xmlUrl='https://a.example/'/></body></opml>")
                .getBytes(UTF_16);

        assertThat(OpmlReader.read(file))
                .isInstanceOfSatisfying(
                        Subscriptions.class,
                        list -> assertThat(list.subscriptions())
                                .extracting(Subscription::name)
                                .containsExactly("大立光"));
    }

    /// P1: external and repeated entities.
    @Test
    void expandsNoEntityOfTheFile() {
        String file = "<!DOCTYPE opml [<!ENTITY a SYSTEM 'file:///etc/hostname'><!ENTITY b '&a;&a;&a;'>]>"
                + "<opml><body><outline text='x&b;y' xmlUrl='https://a.example/feed'/></body></opml>";

        assertThat(OpmlReader.read(file.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Subscriptions.class,
                        list -> assertThat(list.subscriptions())
                                .extracting(Subscription::name)
                                .allSatisfy(
                                        name -> assertThat(name).contains("&b;").doesNotContain("\n")));
    }

    /// F14: a list of targets, and one that is nested without end.
    @Test
    void takesNoMoreThanAListOfAPersonHas() {
        var lines = new StringBuilder();
        for (int i = 0; i < OpmlReader.MAX_SUBSCRIPTIONS + 250; i++) {
            lines.append("<outline text='f' xmlUrl='https://target.example/")
                    .append(i)
                    .append("'/>\n");
        }
        var list = list(lines.toString());

        assertThat(list.subscriptions()).hasSize(OpmlReader.MAX_SUBSCRIPTIONS);
        assertThat(list.leftOut()).isEqualTo(250);
        assertThat(list.problems()).hasSize(100);
    }

    /// F14.
    @Test
    void survivesFoldersWithoutEnd() {
        var list = list("<outline text='d'>".repeat(100_000) + "<outline text='deep' xmlUrl='https://deep.example/'/>");

        assertThat(list.subscriptions()).extracting(Subscription::name).containsExactly("deep");
    }

    @Test
    void readsWhatItWrites() {
        List<Subscription> subscriptions = List.of(
                new Subscription("A & <B> \"C\" 大立光\u0001", URI.create("https://a.example/f?x=1&y=2"), null),
                new Subscription("D", URI.create("https://d.example/feed"), URI.create("https://d.example/")));

        String file = OpmlWriter.write(subscriptions, Instant.parse("2026-05-01T00:00:00Z"));

        assertThat(OpmlReader.read(file.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Subscriptions.class,
                        list -> assertThat(list.subscriptions())
                                .containsExactly(
                                        new Subscription(
                                                "A & <B> \"C\" 大立光",
                                                subscriptions.getFirst().feed(),
                                                null),
                                        subscriptions.getLast()));
    }

    private static Subscriptions list(String outlines) {
        String file = "<?xml version='1.0'?>\n<opml version='1.0'><body>" + outlines + "</body></opml>";
        return (Subscriptions) OpmlReader.read(file.getBytes(UTF_8));
    }
}
