package org.supplierscope.ingest.robots;

import static org.assertj.core.api.Assertions.assertThat;

import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotRulesTest {

    private static final URI AT = URI.create("https://example.org/robots.txt");

    private static RobotRules rules(String text) {
        return RobotRules.read(AT, text.getBytes(StandardCharsets.UTF_8), "supplierscope");
    }

    private static boolean allows(String text, String path) {
        return rules(text).allows("https://example.org" + path);
    }

    /// Lines are separated by `;;`.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user-agent: * ;; disallow: /a                                    | /a/b   | false
            user-agent: * ;; disallow: /a                                    | /b     | true
            user-agent: * ;; disallow: /a/                                   | /a     | true
            user-agent: * ;; disallow: /A                                    | /a     | true
            user-agent: * ;; disallow: /                                     | /      | false
            user-agent: * ;; disallow: /                                     | ''     | false
            user-agent: * ;; disallow: /                                     | ?q     | false
            user-agent: * ;; disallow: /                                     | /robots.txt | true
            user-agent: * ;; disallow:                                       | /a     | true
            user-agent: * ;; disallow: ;; disallow: /a                       | /a     | false
            user-agent: * ;; disallow: /a ;; allow: /a/b                     | /a/b   | true
            user-agent: * ;; allow: /a ;; disallow: /a                       | /a     | true
            user-agent: * ;; allow: /a ;; disallow: /*.htm                   | /a.htm | false
            user-agent: * ;; disallow: / ;; allow: /$                        | /      | true
            user-agent: * ;; disallow: / ;; allow: /$                        | /a     | false
            user-agent: * ;; disallow: /*.php$                               | /a.php?b=.php | false
            user-agent: * ;; disallow: /*.php$                               | /a.php?b      | true
            user-agent: * ;; disallow: /*a*b$                                | /xaxbxb | false
            user-agent: * ;; disallow: /ab*b$                                | /ab    | true
            user-agent: * ;; disallow: /a**b                                 | /axb   | false
            user-agent: * ;; disallow: /a$b                                  | /a$bc  | false
            user-agent: * ;; disallow: /a?b=                                 | /a?b=1 | false
            user-agent: * ;; disallow: *?print=                              | /a?print=1 | false
            user-agent: * ;; disallow: a                                     | /a     | true
            user-agent: * ;; disallow: https://example.org/a                 | /a     | true
            user-agent: * ;; disallow: /a # not for robots                   | /a     | false
            user-agent: other ;; disallow: /                                 | /a     | true
            user-agent: supplierscope ;; disallow: /a ;; user-agent: * ;; disallow: / | /b | true
            user-agent: * ;; disallow: / ;; user-agent: SupplierScope/1.0    | /b     | true
            user-agent: SUPPLIERSCOPE bot ;; disallow: /                     | /b     | false
            user-agent: supplierscopes ;; disallow: /                        | /b     | true
            user-agent: supplier ;; disallow: /                              | /b     | true
            user-agent: * robots ;; disallow: /                              | /b     | false
            user-agent: *bot ;; disallow: /                                  | /b     | true
            user-agent: other ;; user-agent: supplierscope ;; disallow: /    | /b     | false
            user-agent: other ;; sitemap: /s ;; user-agent: * ;; disallow: / | /b     | false
            user-agent: other ;; colour: red ;; user-agent: * ;; disallow: / | /b     | false
            user-agent: * ;; crawl-delay: 1 ;; user-agent: other ;; disallow: / | /b  | true
            user-agent: supplierscope ;; disallow: /a ;; user-agent: x ;; allow: / ;; user-agent: supplierscope ;; disallow: /b | /b | false
            disallow: / ;; user-agent: *                                     | /b     | true
            colour: red ;; nothing                                           | /b     | true
            """)
    void decidesByTheStandard(String text, String path, boolean allowed) {
        assertThat(allows(text.replace(" ;; ", "\n"), path)).isEqualTo(allowed);
    }

    // F10: slips that people make.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "User-agent: *\rDisallow: /a\r",
                "User-agent: *\r\n\r\nDisallow: /a",
                "User-agent:*\n\nDisallow:/a\n",
                "  User-agent : * \n\tDisallow\t:\t/a\t\n",
                "User-agent *\nDisallow /a\n",
                "user agent: *\ndissallow: /a\n",
                "Useragent: *\nDisalow: /a\n",
                "User_agent: *\nDissalow: /a\n",
                "\ufeffUser-agent: *\nDisallow: /a\n",
                "<html><body><pre>\nUser-agent: *<br>\nDisallow: /a<br>\n</pre>",
                "#\n\n\n:\nUser-agent: *\n:::\n\0\nDisallow: /a\n"
            })
    void forgivesSlips(String text) {
        assertThat(allows(text, "/a")).isFalse();
        assertThat(allows(text, "/b")).isTrue();
    }

    @Test
    void doesNotForgiveASlipThatAllows() {
        assertThat(allows("user-agent: *\ndisallow: /\nalow: /a\n", "/a")).isFalse();
    }

    // F10
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void readsEncodingsThatAMarkTells(String charset) {
        byte[] body = "\ufeffUser-agent: *\nDisallow: /新\n".getBytes(Charset.forName(charset));

        var rules = RobotRules.read(AT, body, "supplierscope");

        assertThat(rules.allows("https://example.org/%E6%96%B0/a")).isFalse();
        assertThat(rules.allows("https://example.org/a")).isTrue();
    }

    @Test
    void comparesPathsAsTheBytesThatTheyAre() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("User-agent: *\nDisallow: /".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes("新聞".getBytes(Charset.forName("Big5")));

        var rules = RobotRules.read(AT, bytes.toByteArray(), "supplierscope");

        assertThat(rules.allows("https://example.org/%B7s%BBD/a")).isFalse();
    }

    /// Rule, address, allowed; the rule forbids or, with `+`, allows what everything else forbids.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /caf%C3%A9     | /caf%C3%A9 | false
            /caf%c3%a9     | /caf%C3%A9 | false
            /café          | /caf%c3%a9 | false
            /%63af         | /caf       | false
            /caf           | /%63af     | false
            /a%2Fb         | /a/b       | true
            /a%2Fb         | /a%2fb     | false
            /a b           | /a%20b     | false
            /a[1]          | /a%5B1%5D  | false
            /a%2A          | /a*        | false
            /a%2A          | /abc       | true
            /a%24          | /a$        | false
            /100%          | /100%      | false
            +/café         | /caf%C3%A9 | true
            +/caf          | /caf       | true
            +/%63af        | /%63af     | true
            +/%63af        | /caf       | false
            +/caf          | /%63af     | false
            """)
    void allowsWhatTheStandardAndTheMostUsedReaderBothAllow(String rule, String path, boolean allowed) {
        String text = rule.startsWith("+") ? "disallow: /\nallow: " + rule.substring(1) : "disallow: " + rule;

        assertThat(allows("user-agent: *\n" + text, path)).isEqualTo(allowed);
    }

    // F10: the first 500 KiB count, and half a rule does not.
    @Test
    void readsTheBeginningOfALargeFile() {
        String comments = "# a comment that fills the file\n".repeat(20_000);
        String head = "user-agent: *\ndisallow: /private\n";
        String late = head + comments + "disallow: /late\n";
        String cut = head + "#".repeat(RobotRules.READ_BYTES - head.length() - 13) + "\ndisallow: /n";

        assertThat(allows(late, "/private")).isFalse();
        assertThat(allows(late, "/late")).isTrue();
        assertThat(allows(cut + "ews/private\n", "/news")).isTrue();
        assertThat(allows(cut, "/news")).as("whole").isFalse();
    }

    @Test
    void saysHowLongThePauseIsAndWhereTheSitemapsAre() {
        RobotRules rules = rules("""
                Sitemap: https://example.org/news.xml
                User-agent: *
                Crawl-delay: 2.5
                Crawl-delay: soon
                Crawl-delay: -7
                sitemap: /archive.xml
                SITEMAP:https://cdn.example.net/more.xml?a=b:c
                Sitemap: ftp://example.org/no.xml
                Sitemap: https://example.org/news.xml
                """);

        assertThat(rules.crawlDelay()).isEqualTo(Duration.ofMillis(2500));
        assertThat(rules.sitemaps())
                .map(URI::toString)
                .containsExactly(
                        "https://example.org/news.xml",
                        "https://example.org/archive.xml",
                        "https://cdn.example.net/more.xml?a=b:c");
    }

    @Test
    void takesThePauseOfItsOwnGroup() {
        String text = "user-agent: *\ncrawl-delay: 9\nuser-agent: supplierscope\ncrawl-delay: 3\n";

        assertThat(rules(text).crawlDelay()).isEqualTo(Duration.ofSeconds(3));
        assertThat(rules("user-agent: *\ncrawl-delay: 999999999\n").crawlDelay())
                .isEqualTo(Duration.ofDays(365));
        assertThat(rules("user-agent: *\ncrawl-delay: 9e99\n").crawlDelay()).isNull();
    }

    /// The library reads what is plain in the same way.
    @Test
    void agreesWithCrawlerCommonsOnPlainRules() {
        long seed = 20_261_122;
        var random = new Random(seed);
        String[] agents = {"*", "supplierscope", "other", "SupplierScope"};
        String[] paths = {"/", "/a", "/a/", "/a/b", "/b", "/*b", "/a*b", "/a/b$", ""};
        for (int i = 0; i < 3000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                String line = switch (random.nextInt(4)) {
                    case 0 -> "user-agent: " + agents[random.nextInt(agents.length)];
                    case 1 -> "allow: " + paths[random.nextInt(paths.length)];
                    default -> "disallow: " + paths[random.nextInt(paths.length)];
                };
                text.append(line).append('\n');
            }
            var library = new SimpleRobotRulesParser()
                    .parseContent(
                            AT.toString(),
                            text.toString().getBytes(StandardCharsets.UTF_8),
                            "text/plain",
                            List.of("supplierscope"));
            for (String path : List.of("/", "/a", "/a/", "/a/b", "/b", "/c/b", "/a/c/b")) {
                assertThat(allows(text.toString(), path))
                        .as("seed %d, file %d, path %s:%n%s", seed, i, path, text)
                        .isEqualTo(library.isAllowed("https://example.org" + path));
            }
        }
    }

    /// None of these may hold up the site's neighbours.
    @Test
    void readsHostileFilesInLinearTime() {
        String agent = "user-agent: *\n";
        String[] texts = {
            agent + "<".repeat(520_000),
            agent + "disallow: /" + "*a".repeat(250_000) + "b",
            agent + ("disallow: /*" + "a".repeat(1000) + "b\n").repeat(500),
            agent + "disallow: /*a*a\n".repeat(30_000),
            "a" + " ".repeat(500_000) + "b",
            ":\n".repeat(250_000),
            "\r".repeat(500_000),
            "user-agent: x ".repeat(35_000)
        };

        for (String text : texts) {
            long start = System.nanoTime();

            allows(text, "/" + "a".repeat(1980));

            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(text.substring(0, 20))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void survivesAnyBytes() {
        long seed = 20_261_122;
        var random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            byte[] body = new byte[random.nextInt(200)];
            random.nextBytes(body);

            assertThat(RobotRules.read(AT, body, "supplierscope").sitemaps())
                    .as("seed %d, file %d", seed, i)
                    .isEmpty();
        }
    }
}
