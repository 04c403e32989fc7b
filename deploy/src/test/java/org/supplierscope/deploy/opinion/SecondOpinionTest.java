package org.supplierscope.deploy.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supplierscope.analysis.opinion.AskedSupplier;
import org.supplierscope.analysis.opinion.Opinion;
import org.supplierscope.analysis.opinion.Opinion.Given;
import org.supplierscope.analysis.opinion.Opinion.Refused;
import org.supplierscope.analysis.opinion.Protocol;
import org.supplierscope.analysis.opinion.RefusalKind;
import org.supplierscope.analysis.published.Stance;

/// Asking an endpoint: the way there, and every way in which it can end.
class SecondOpinionTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T08:00:00Z"), ZoneOffset.UTC);
    private static final List<AskedSupplier> LARGAN = List.of(new AskedSupplier("largan", List.of("Largan Precision")));
    private static final List<String> SENTENCES = List.of("Largan doubles its capacity.", "Shares rose.");
    private static final String GOOD =
            "{\"suppliers\":[{\"supplier\":\"largan\",\"stance\":\"BREADTH\",\"sentences\":[1]}]}";

    @TempDir
    private Path temp;

    private final ModelServer server;
    private final List<Duration> waits = new ArrayList<>();

    SecondOpinionTest() throws IOException {
        server = new ModelServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    private Opinion ask(OpinionSettings settings) throws IOException {
        try (var second = new SecondOpinion(settings.read(), CLOCK, waits::add)) {
            return second.ask(LARGAN, SENTENCES);
        }
    }

    private Refused refused(OpinionSettings settings) throws IOException {
        Opinion opinion = ask(settings);
        assertThat(opinion).isInstanceOf(Refused.class);
        return (Refused) opinion;
    }

    private OpinionSettings here() {
        return OpinionSettings.of(server.address());
    }

    @ParameterizedTest
    @CsvSource({"OPENAI, /v1/, /v1/chat/completions", "OLLAMA, '', /api/chat"})
    void asksInEitherProtocol(Protocol protocol, String base, String path) throws IOException {
        server.says(protocol, GOOD);

        Opinion opinion = ask(OpinionSettings.of(server.address() + base)
                .with("protocol", protocol.name().toLowerCase(Locale.ROOT))
                .with("key", "sk-7"));

        assertThat(opinion).isInstanceOfSatisfying(Given.class, given -> {
            assertThat(given.model()).isEqualTo("m-1");
            assertThat(given.suppliers().getFirst().stance()).isEqualTo(Stance.BREADTH);
            assertThat(given.suppliers().getFirst().sentences().getFirst().sentence())
                    .isEqualTo(SENTENCES.getFirst());
        });
        assertThat(server.questions()).singleElement().satisfies(question -> {
            assertThat(question.path()).isEqualTo(path);
            assertThat(question.authorization()).isEqualTo("Bearer sk-7");
            assertThat(question.encoding()).isEqualTo("identity");
            assertThat(question.body().path("model").textValue()).isEqualTo("m-1");
        });
    }

    @Test
    void readsTheKeyFromAFile() throws IOException {
        server.says(Protocol.OPENAI, GOOD);
        Path file = Files.writeString(temp.resolve("key"), "sk-from-file\n");

        ask(here().with("key-file", file.toString()));

        assertThat(server.questions().getFirst().authorization()).isEqualTo("Bearer sk-from-file");
    }

    @Test
    void makesNoClientAndConnectsToNobodyUnlessItIsSetUp() throws IOException {
        try (var none = new SecondOpinion(new OpinionSettings().read(), CLOCK);
                var half = new SecondOpinion(
                        new OpinionSettings().with("address", server.address()).read(), CLOCK)) {
            assertThat(none.isSetUp()).isFalse();
            assertThat(half.isSetUp()).isFalse();
            assertThat(none.ask(LARGAN, SENTENCES)).isInstanceOfSatisfying(Refused.class, no -> {
                assertThat(no.kind()).isEqualTo(RefusalKind.NOT_CONFIGURED);
                assertThat(no.message()).contains("supplierscope.opinion.address");
            });
            assertThat(half.ask(LARGAN, SENTENCES))
                    .isInstanceOfSatisfying(
                            Refused.class, no -> assertThat(no.message()).contains("supplierscope.opinion.model"));
        }
        assertThat(server.questions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, KEY_REFUSED, 'wants a key, and none is set (HTTP 401)'",
        "403, KEY_REFUSED, HTTP 403",
        "404, NO_SUCH_MODEL, 'no model ''m-1'''",
        "429, SLOW_DOWN, 'too many questions (HTTP 429) and asks us to wait 30 seconds'",
        "503, SLOW_DOWN, 'HTTP 503'",
        "500, ENDPOINT_FAILED, HTTP 500",
        "400, ENDPOINT_FAILED, schema",
    })
    void saysWhatAnErrorOfTheEndpointMeansAndNotWhatItSays(int status, RefusalKind kind, String message)
            throws IOException {
        server.behaves(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "30");
            ModelServer.answer(exchange, status, "{\"error\":\"EVIL\"}");
        });

        Refused refused = refused(here());

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.message()).contains(message).doesNotContain("EVIL");
    }

    @Test
    void saysThatNobodyListens() throws IOException {
        String address;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "http://localhost:" + free.getLocalPort();
        }

        Refused refused = refused(OpinionSettings.of(address));

        assertThat(refused.kind()).isEqualTo(RefusalKind.NO_CONNECTION);
        assertThat(refused.message()).contains(address);
    }

    @ParameterizedTest
    @CsvSource({
        "http://169.254.169.254/latest, true, link-local",
        "https://169.254.170.2, false, link-local",
        "http://[fe80::1]:11434, true, link-local",
        "https://[fd00:ec2::254], false, metadata",
        "http://100.100.100.200, true, metadata",
        "http://192.168.1.20:11434, false, plain http",
        "http://models.example/v1, false, plain http",
        "http://2130706433/v1, true, not on the public internet",
        "http://0.0.0.0:11434, true, this network",
    })
    void connectsToNoAddressThatCouldBeACloudsOwnOrListenedTo(String address, String plain, String message)
            throws IOException {
        Refused refused = refused(OpinionSettings.of(address).with("plain-http", plain));

        assertThat(refused.message()).contains(message);
        assertThat(refused.kind()).isEqualTo(RefusalKind.ADDRESS);
    }

    @Test
    void connectsToThisMachineOnlyWherePrivateAddressesAreAllowed() throws IOException {
        server.says(Protocol.OPENAI, GOOD);

        Refused refused = refused(here().with("allow-private", "false"));

        assertThat(refused.kind()).isEqualTo(RefusalKind.ADDRESS);
        assertThat(refused.message()).contains("loopback", "allow-private is false");
        assertThat(server.questions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1", "http://[::1]", "https://127.0.0.1"})
    void knowsThePortThatAnAddressDoesNotName(String address) throws IOException {
        assertThat(refused(OpinionSettings.of(address).with("deadline", "PT2S")).kind())
                .isNotEqualTo(RefusalKind.ADDRESS);
    }

    @ParameterizedTest
    @CsvSource({
        "address, ftp://models.example, http or https",
        "address, ://, no address",
        "address, http://0x7f.1/v1, http or https",
        "address, https://me:sk-SECRET@models.example, no user",
        "address, https://models.example?key=sk-SECRET, no query",
        "model, 'a b', visible ASCII",
        "key, 'sk-SECRET second', visible ASCII",
        "key-file, /nowhere/at/all, cannot be read",
        "deadline, PT0S, from PT1S to PT10M",
        "max-answer-bytes, 10, from 1024",
        "max-characters, 0, from 500",
        "per-minute, 0, from 1",
    })
    void namesTheSettingThatIsWrongAndNoSecret(String key, String value, String message) throws IOException {
        Refused refused = refused(here().with(key, value));

        assertThat(refused.kind()).isEqualTo(RefusalKind.BAD_SETTING);
        assertThat(refused.message())
                .startsWith("supplierscope.opinion." + key)
                .contains(message)
                .doesNotContain("SECRET");
        assertThat(server.questions()).isEmpty();
    }

    @Test
    void neverAsksAgainWhereItWasTurnedAwayForASetting() throws IOException {
        server.answers(401, "");

        try (var second = new SecondOpinion(here().read(), CLOCK, waits::add)) {
            second.ask(LARGAN, SENTENCES);
            Opinion again = second.ask(LARGAN, SENTENCES);

            assertThat(((Refused) again).message()).startsWith("not asked again: ");
            assertThat(second.tally()).isEqualTo("0 given, 2 refused (KEY_REFUSED 2)");
        }
        assertThat(server.questions()).hasSize(1);
    }

    @Test
    void givesUpAnEndpointThatFailsThreeTimesInARow() throws IOException {
        try (var second = new SecondOpinion(here().read(), CLOCK, waits::add)) {
            server.answers(500, "");
            second.ask(LARGAN, SENTENCES);
            second.ask(LARGAN, SENTENCES);
            server.says(Protocol.OPENAI, "no JSON");
            second.ask(LARGAN, SENTENCES);
            server.answers(500, "");
            for (int i = 0; i < 5; i++) {
                second.ask(LARGAN, SENTENCES);
            }

            assertThat(second.tally()).isEqualTo("0 given, 8 refused (ENDPOINT_FAILED 7, NOT_JSON 1)");
        }
        assertThat(server.questions()).hasSize(6);
    }

    @Test
    void waitsAsLongAsItWasAskedToButNotForHours() throws IOException {
        try (var second = new SecondOpinion(here().read(), CLOCK, waits::add)) {
            server.behaves(exchange -> {
                exchange.getResponseHeaders().add("Retry-After", "30");
                ModelServer.answer(exchange, 429, "");
            });
            second.ask(LARGAN, SENTENCES);
            server.behaves(exchange -> {
                exchange.getResponseHeaders().add("Retry-After", "3600");
                ModelServer.answer(exchange, 429, "");
            });
            second.ask(LARGAN, SENTENCES);
            Opinion third = second.ask(LARGAN, SENTENCES);

            assertThat(waits).containsExactly(Duration.ofSeconds(30));
            assertThat(((Refused) third).message()).contains("left alone for 3600 seconds more");
        }
        assertThat(server.questions()).hasSize(2);
    }

    @Test
    void keepsThePaceThatIsSet() throws IOException {
        server.says(Protocol.OPENAI, GOOD);

        try (var second = new SecondOpinion(here().with("per-minute", "2").read(), CLOCK, waits::add)) {
            for (int i = 0; i < 4; i++) {
                second.ask(LARGAN, SENTENCES);
            }

            assertThat(second.tally()).isEqualTo("4 given, 0 refused");
        }
        assertThat(waits).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(1));
    }

    @Test
    void doesNotAskWhatDoesNotFit() throws IOException {
        try (var second = new SecondOpinion(here().read(), CLOCK, waits::add)) {
            Opinion opinion = second.ask(LARGAN, List.of("x".repeat(30_000)));

            assertThat(((Refused) opinion).kind()).isEqualTo(RefusalKind.TOO_LONG_TO_ASK);
        }
        assertThat(server.questions()).isEmpty();
    }
}
