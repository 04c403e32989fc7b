package org.supplierscope.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.ingest.fetch.FetchOutcome.Failed;
import org.supplierscope.ingest.fetch.FetchOutcome.Failure;
import org.supplierscope.ingest.fetch.FetchOutcome.Fetched;

/// F8: pages that test whether we are a person are told from pages, whatever their status.
class ChallengePagesTest extends FetchingFromHostileServer {

    private static final String PARAGRAPH = "<p>The mill at the river has put its second line into service after a "
            + "trial of eight weeks, its owner says, and hires forty people for the night shift.</p>";

    ChallengePagesTest() throws IOException {
        super();
    }

    private FetchOutcome answer(String status, String header, String body) {
        server.at(
                "/a",
                out -> send(
                        out,
                        "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + header,
                        body.getBytes(StandardCharsets.UTF_8)));
        return fetch("/a");
    }

    /// The shapes of the common ones, each reduced to what makes it one.
    static List<String> challenges() {
        return List.of(
                "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript "
                        + "and cookies to continue</noscript><script>(function(){window._cf_chl_opt={cType:'x'}})()"
                        + "</script></body></html>",
                "<html><head><title>Wird geprüft</title><script src='/cdn-cgi/challenge-platform/h/b/orchestrate/"
                        + "chl_page/v1?ray=1'></script></head><body></body></html>",
                "<html><head><meta http-equiv=\"refresh\" content=\"5; URL='/?bm-verify=AAQ'\"></head><body></body>"
                        + "</html>",
                "<html><body><div id=\"sec-if-cpt-container\"></div><script src=\"/x\"></script></body></html>",
                "<html><head><title>mill.example</title></head><body><p>Please enable JS and disable any ad blocker"
                        + "</p><script data-cfasync=\"false\">var dd={'rt':'c','host':'geo.captcha-delivery.com'}"
                        + "</script><script src=\"https://ct.captcha-delivery.com/c.js\"></script></body></html>",
                "<html><head><title>Access to this page has been denied.</title></head><body><div id='px-captcha'>"
                        + "</div></body></html>",
                "<html style='height:100%'><head><META NAME='ROBOTS' CONTENT='NOINDEX'></head><body><iframe "
                        + "id='main-iframe' src='/_Incapsula_Resource?CWUDNSAI=9&xinfo=3&incident_id=1'>Request "
                        + "unsuccessful. Incapsula incident ID: 1-2</iframe></body></html>",
                "<html><body><h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser "
                        + "made us think you were a bot.</p></body></html>",
                "<html><head><script>window.gokuProps = {\"key\":\"x\"};</script><script src='https://a.b.token."
                        + "awswaf.com/a/b/challenge.js'></script></head><body><div id='challenge-container'></div>"
                        + "</body></html>",
                "<html><head><title>Vercel Security Checkpoint</title></head><body><p>Wait</p></body></html>",
                "<html><head><script>var arg1='4D';document.cookie='acw_sc__v2='+x;</script></head></html>",
                "<script>document.cookie=('_')+('x');location.href=1;/*__jsl_clearance_s*/</script>",
                "<!doctype html><html><head><title>Making sure you&#39;re not a bot!</title></head><body>"
                        + "<script id=\"anubis_challenge\" type=\"application/json\">{}</script></body></html>",
                "<html><head><title>百度安全验证</title></head><body><div>请完成验证</div></body></html>",
                "<html><body>To continue, please click the box below to let us know you're not a robot.</body>"
                        + "</html>");
    }

    @ParameterizedTest
    @MethodSource("challenges")
    void aChallengeIsNeverAPageWhateverItsStatus(String body) {
        for (String status : List.of("200 OK", "202 Accepted", "403 Forbidden", "429 Too Many", "503 Busy")) {
            assertThat(answer(status, "Retry-After: 120\r\n", body))
                    .as(status)
                    .isInstanceOfSatisfying(Failed.class, failed -> {
                        assertThat(failed.kind()).isEqualTo(Failure.CHALLENGE);
                        assertThat(failed.reason()).startsWith("the server keeps robots out: ");
                        assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(2));
                        assertThat(failed.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
                    });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CF-Mitigated: challenge",
                "x-vercel-mitigated: challenge",
                "X-Amzn-Waf-Action: captcha",
                "x-amzn-waf-action: challenge"
            })
    void aHeaderThatSaysSoIsEnough(String header) {
        assertThat(failure(answer("200 OK", header + "\r\n", PARAGRAPH.repeat(50))))
                .isEqualTo(Failure.CHALLENGE);
        assertThat(failure(answer("403 Forbidden", header + "\r\n", ""))).isEqualTo(Failure.CHALLENGE);
    }

    @Test
    void otherValuesOfTheHeaderSayNothing() {
        assertThat(answer("200 OK", "cf-mitigated: none\r\nServer: cloudflare\r\n", PARAGRAPH))
                .isInstanceOf(Fetched.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body><script src='https://x.token.awswaf.com/challenge.js'></script></body></html>",
                "<html><body><div class='g-recaptcha' data-sitekey='x'></div></body></html>",
                "<html><head><title>Access Denied</title></head><body>You don't have permission to access this. "
                        + "Reference #18.1 https://errors.edgesuite.net/18.1</body></html>",
                "<html><head><script src='/_Incapsula_Resource?SWJIYLWA=7'></script></head></html>"
            })
    void whatStandsOnOrdinaryPagesTooCountsOnlyWithARefusal(String body) {
        assertThat(failure(answer("403 Forbidden", "", body))).isEqualTo(Failure.CHALLENGE);
        assertThat(answer("200 OK", "", body)).isInstanceOf(Fetched.class);
    }

    /// The few false alarms that there may be.
    static List<String> pages() {
        String quoting = "<p>Who meets “Just a moment...” or is told to enable JavaScript and cookies to continue has "
                + "met Cloudflare’s test; its script is called <code>_cf_chl_opt</code>, that of its rivals "
                + "<code>px-captcha</code> and <code>captcha-delivery.com/c.js</code>.</p>";
        return List.of(
                // An article about such pages, long, and short with the data that articles carry.
                "<html><head><title>Just a moment...</title></head><body>" + quoting + PARAGRAPH.repeat(12)
                        + "</body></html>",
                "<html><head><title>Just a moment...</title><meta property=\"og:title\" content=\"x\"></head><body>"
                        + quoting + "</body></html>",
                "<html><head><title>Bot tests</title></head><body><p>The code <code>&lt;div id=px-captcha&gt;</code> "
                        + "marks it.</p>" + PARAGRAPH.repeat(4) + "</body></html>",
                // Pages behind a protector, whose scripts stand in each of them.
                "<html><head><title>Mill</title><script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'>"
                        + "</script><script src='/_Incapsula_Resource?SWJIYLWA=7'></script></head><body>" + PARAGRAPH
                        + "</body></html>",
                "<html><head><title>Write to us</title></head><body><form><div class='cf-turnstile' "
                        + "data-sitekey='1'></div></form></body></html>",
                // A programme that draws its page in the browser.
                "<html><head><title>Mill News</title></head><body><noscript>You need to enable JavaScript to run this "
                        + "app.</noscript><div id=root></div><script src=/a.js></script></body></html>",
                "<html><head><title>Security check at the harbour</title></head><body>" + PARAGRAPH + "</body></html>",
                // A feed and data that quote one.
                "<?xml version='1.0'?><rss><channel><title>x</title><item><title>Just a moment...</title>"
                        + "<description>Verify you are human</description></item></channel></rss>",
                "{\"title\": \"Just a moment...\"}",
                "");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageIsAPage(String body) {
        assertThat(answer("200 OK", "Server: cloudflare\r\nCF-Ray: 1\r\n", body))
                .isInstanceOf(Fetched.class);
    }

    @ParameterizedTest
    @CsvSource({
        "403 Forbidden, CLIENT_ERROR",
        "404 Not Found, CLIENT_ERROR",
        "429 Slow, SLOW_DOWN",
        "503 Busy, SERVER_ERROR"
    })
    void aRefusalThatSaysWhyIsNoChallenge(String status, Failure kind) {
        String body = "<html><head><title>Sorry</title></head><body><p>This page is for members.</p></body></html>";

        assertThat(failure(answer(status, "Server: cloudflare\r\n", body))).isEqualTo(kind);
    }

    @Test
    void readsACodedChallengeAndOneBehindOfWhichMoreComes() throws IOException {
        byte[] page = challenges().getFirst().getBytes(StandardCharsets.UTF_8);
        for (String coding : List.of("gzip", "br", "zstd")) {
            byte[] coded = coded(coding, page);
            server.at("/a", out -> send(out, "HTTP/1.1 403 Forbidden\r\nContent-Encoding: " + coding + "\r\n", coded));
            assertThat(failure(fetch("/a"))).as(coding).isEqualTo(Failure.CHALLENGE);
        }
        server.at("/cut", out -> {
            out.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 99999\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.write(page);
        });
        assertThat(failure(fetch("/cut"))).isEqualTo(Failure.CHALLENGE);
    }

    /// The status is known; a body that does not come cannot take it back.
    @Test
    void doesNotWaitForTheBodyOfARefusal() {
        server.at("/stall", out -> {
            out.write(("HTTP/1.1 429 Slow\r\nDate: Wed, 04 Mar 2026 10:00:00 GMT\r\nRetry-After: 60\r\n"
                            + "Content-Length: 500\r\n\r\n<html>")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            Thread.sleep(60_000);
        });

        assertThat(fetch("/stall")).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.kind()).isEqualTo(Failure.SLOW_DOWN);
            assertThat(failed.retryAfter()).isEqualTo(Duration.ofMinutes(1));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<a", "<!--", "<script>", "<title>", "<title>x", "a<1", "<<<<", "</", "<style"})
    void readsMarkupThatNeverEndsInOnePass(String piece) {
        long start = System.nanoTime();

        PageGlimpse page = PageGlimpse.of(piece.repeat(500_000 / piece.length()), 1500);

        assertThat(page.markup().length()).isLessThanOrEqualTo(1_000_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void takesAPageApart() {
        PageGlimpse page = PageGlimpse.of(
                "<html><TITLE>\n The  Mill </TITLE><style>p{}</style><p>5 < 6<br>and<!-- <p>no --> more</p>", 1500);

        assertThat(page.title()).isEqualTo("the mill");
        assertThat(page.text()).isEqualTo("5 < 6 and more");
        assertThat(page.markup()).contains("<style>p{}</style>").contains("<!-- <p>no -->");
    }

    @Test
    void readsItsSigns() {
        var known = ChallengePages.known();

        assertThat(known.recognise(200, List.of(Map.entry("cf-mitigated", "Challenge")), new byte[0]))
                .isEqualTo("cf-mitigated: challenge");
        assertThat(known.recognise(200, List.of(), new byte[0])).isNull();
    }
}
