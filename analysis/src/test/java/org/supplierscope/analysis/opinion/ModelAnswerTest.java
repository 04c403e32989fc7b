package org.supplierscope.analysis.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.analysis.opinion.Opinion.Cited;
import org.supplierscope.analysis.opinion.Opinion.Given;
import org.supplierscope.analysis.opinion.Opinion.Refused;
import org.supplierscope.analysis.published.Stance;

/// Reliability row P8: what a model answers is held against our form, and nothing of its words comes out.
class ModelAnswerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> SENTENCES = List.of("Largan builds.", "Genius waits.", "That is all.");
    private static final String GOOD = """
            {"suppliers":[{"supplier":"genius","stance":"NONE","sentences":[]},
            {"supplier":"largan","stance":"BREADTH","sentences":[1,3,1]}]}""";

    private static OpinionQuestion question(Protocol protocol) {
        return OpinionQuestion.of(
                protocol,
                "m-1",
                List.of(new AskedSupplier("largan", List.of("Largan")), new AskedSupplier("genius", List.of("Genius"))),
                SENTENCES,
                1000);
    }

    private static String envelope(Protocol protocol, String content) throws IOException {
        String quoted = JSON.writeValueAsString(content);
        return switch (protocol) {
            case OPENAI ->
                "{\"id\":\"x\",\"model\":\"another\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\","
                        + "\"message\":{\"role\":\"assistant\",\"refusal\":null,\"tool_calls\":[],\"content\":" + quoted
                        + "}}],\"usage\":{\"total_tokens\":7}}";
            case OLLAMA ->
                "{\"model\":\"another\",\"done\":true,\"done_reason\":\"stop\",\"message\":{\"role\":\"assistant\","
                        + "\"thinking\":\"Hm.\",\"content\":" + quoted + "},\"eval_count\":7}";
        };
    }

    private static String largan(String fields) {
        return "{\"suppliers\":[{\"supplier\":\"genius\",\"stance\":\"NONE\",\"sentences\":[]},"
                + "{\"supplier\":\"largan\"," + fields + "}]}";
    }

    private static Opinion opinion(String content) throws IOException {
        return question(Protocol.OPENAI)
                .answer(envelope(Protocol.OPENAI, content).getBytes(UTF_8));
    }

    private static Refused refused(Opinion opinion) {
        assertThat(opinion).isInstanceOf(Refused.class);
        return (Refused) opinion;
    }

    @ParameterizedTest
    @EnumSource
    void citesOurOwnSentencesByTheirNumbers(Protocol protocol) throws IOException {
        Opinion opinion = question(protocol).answer(envelope(protocol, GOOD).getBytes(UTF_8));

        assertThat(opinion)
                .isEqualTo(new Given(
                        "m-1",
                        List.of(
                                new Opinion.Said(
                                        "largan",
                                        Stance.BREADTH,
                                        List.of(new Cited(1, "Largan builds."), new Cited(3, "That is all."))),
                                new Opinion.Said("genius", Stance.NONE, List.of())),
                        3,
                        3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"stance\":\"BREADTH\",\"sentences\":[41];WRONG_SENTENCE;the answer names sentence 41 of 3",
                "\"stance\":\"BREADTH\",\"sentences\":[0];WRONG_SENTENCE;sentence 0 of 3",
                "\"stance\":\"BREADTH\",\"sentences\":[-1];WRONG_SENTENCE;sentence -1 of 3",
                "\"stance\":\"BREADTH\",\"sentences\":[99999999999];WRONG_SENTENCE;far out of 3",
                "\"stance\":\"BREADTH\",\"sentences\":[1.0];WRONG_FORM;whole number",
                "\"stance\":\"BREADTH\",\"sentences\":[\"1\"];WRONG_FORM;whole number",
                "\"stance\":\"BREADTH\",\"sentences\":[[1]];WRONG_FORM;whole number",
                "\"stance\":\"BREADTH\",\"sentences\":[null];WRONG_FORM;whole number",
                "\"stance\":\"BREADTH\",\"sentences\":[NaN];NOT_JSON;not JSON",
                "\"stance\":\"BREADTH\",\"sentences\":[1,1,1,1,1,1,1,1,1];WRONG_EVIDENCE;at most 8",
                "\"stance\":\"BREADTH\",\"sentences\":[];WRONG_EVIDENCE;BREADTH of largan without a sentence",
                "\"stance\":\"NONE\",\"sentences\":[1];WRONG_EVIDENCE;NONE of largan and yet",
                "\"stance\":\"BREADTH\";WRONG_FORM;'sentences'",
                "\"stance\":\"BREADTH\",\"sentences\":1;WRONG_FORM;'sentences'",
                "\"stance\":\"BREADTH\",\"sentences\":{\"1\":1};WRONG_FORM;'sentences'",
                "\"stance\":\"breadth\",\"sentences\":[1];WRONG_FORM;none of [PRECISION",
                "\"stance\":2,\"sentences\":[1];WRONG_FORM;'stance'",
                "\"stance\":null,\"sentences\":[1];WRONG_FORM;'stance'",
                "\"stance\":\"BREADTH\",\"sentences\":[1],\"reason\":\"EVIL\";WRONG_FORM;nothing else",
                "\"stance\":\"NONE\",\"stance\":\"BREADTH\",\"sentences\":[1];NOT_JSON;not JSON",
            })
    void refusesWhatIsNotOurForm(String fields, RefusalKind kind, String message) throws IOException {
        Refused refused = refused(opinion(largan(fields)));

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.message()).contains(message).doesNotContain("EVIL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "Sure! Here it is: {\"suppliers\":[]};NOT_JSON",
                "{\"suppliers\":[]} I hope this helps.;NOT_JSON",
                "```json{\"suppliers\":[]}```;NOT_JSON",
                "<think>EVIL</think>{\"suppliers\":[]};NOT_JSON",
                "{'suppliers':[]};NOT_JSON",
                "{\"suppliers\":[],};NOT_JSON",
                "{\"suppliers\":[]}{\"suppliers\":[]};NOT_JSON",
                "// EVIL;NOT_JSON",
                "``;NOT_JSON",
                "[];WRONG_FORM",
                "null;WRONG_FORM",
                "\"EVIL\";WRONG_FORM",
                "{};WRONG_FORM",
                "{\"suppliers\":{}};WRONG_FORM",
                "{\"suppliers\":[],\"note\":\"EVIL\"};WRONG_FORM",
                "{\"suppliers\":[3]};WRONG_FORM",
                "{\"suppliers\":[]};WRONG_SUPPLIERS",
            })
    void refusesEverythingAroundIt(String content, RefusalKind kind) throws IOException {
        Refused refused = refused(opinion(content));

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.message()).doesNotContain("EVIL");
    }

    @Test
    void tellsOfThoseAskedAboutOnceEach() throws IOException {
        String other = "{\"supplier\":\"EVIL <b>\",\"stance\":\"NONE\",\"sentences\":[]}";
        String largan = "{\"supplier\":\"largan\",\"stance\":\"NONE\",\"sentences\":[]}";

        assertThat(refused(opinion("{\"suppliers\":[" + other + "]}")))
                .isEqualTo(new Refused(
                        RefusalKind.WRONG_SUPPLIERS, "the answer tells of a supplier that was not asked about"));
        assertThat(refused(opinion("{\"suppliers\":[" + largan + "," + largan + "]}"))
                        .message())
                .contains("largan more than once");
        assertThat(refused(opinion("{\"suppliers\":[" + largan + "]}")).message())
                .contains("does not tell of genius");
    }

    @Test
    void refusesDepthBeforeItIsFollowed() throws IOException {
        String deep = "[".repeat(100_000);

        assertThat(refused(opinion("{\"suppliers\":" + deep)).kind()).isEqualTo(RefusalKind.NOT_JSON);
        assertThat(refused(question(Protocol.OLLAMA).answer(deep.getBytes(UTF_8)))
                        .kind())
                .isEqualTo(RefusalKind.NOT_JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "OPENAI;{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":\"{\"}}]};ANSWER_CUT",
                "OLLAMA;{\"done_reason\":\"length\",\"message\":{\"content\":\"{\"}};ANSWER_CUT",
                "OPENAI;{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"EVIL\"}}]};DECLINED",
                "OPENAI;{\"choices\":[{\"finish_reason\":\"content_filter\",\"message\":{\"content\":\"\"}}]};DECLINED",
                "OPENAI;{\"choices\":[{\"message\":{\"content\":null,\"tool_calls\":[{\"function\":{}}]}}]};TOOL_WANTED",
                "OPENAI;{\"choices\":[{\"message\":{\"content\":null,\"function_call\":{}}}]};TOOL_WANTED",
                "OLLAMA;{\"message\":{\"content\":\"\",\"tool_calls\":[{}]}};TOOL_WANTED",
                "OPENAI;{\"error\":{\"message\":\"EVIL\"}};WRONG_FORM",
                "OPENAI;{\"choices\":[]};WRONG_FORM",
                "OPENAI;{\"choices\":{\"0\":1}};WRONG_FORM",
                "OPENAI;{\"choices\":[{\"message\":{\"content\":[{\"type\":\"text\"}]}}]};WRONG_FORM",
                "OLLAMA;{\"message\":\"EVIL\"};WRONG_FORM",
                "OLLAMA;[];WRONG_FORM",
                "OLLAMA;<html>EVIL</html>;NOT_JSON",
                "OLLAMA;``;NOT_JSON",
                "OLLAMA;{\"message\":{},\"message\":{}};NOT_JSON",
            })
    void refusesAnEnvelopeWithoutAnAnswer(Protocol protocol, String body, RefusalKind kind) {
        Refused refused = refused(question(protocol).answer(body.getBytes(UTF_8)));

        assertThat(refused.kind()).isEqualTo(kind);
        assertThat(refused.message()).doesNotContain("EVIL");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20261123})
    void survivesAnyBytes(long seed) throws IOException {
        var random = new Random(seed);
        byte[] good = envelope(Protocol.OPENAI, GOOD).getBytes(UTF_8);
        for (int round = 0; round < 3000; round++) {
            byte[] bytes = good.clone();
            int changes = 1 + random.nextInt(6);
            for (int i = 0; i < changes; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }

            Opinion opinion = question(Protocol.OPENAI).answer(bytes);

            if (opinion instanceof Given given) {
                assertThat(given.suppliers())
                        .as("seed %d round %d", seed, round)
                        .allSatisfy(said -> assertThat(said.sentences())
                                .allSatisfy(each -> assertThat(SENTENCES.get(each.number() - 1))
                                        .isEqualTo(each.sentence())));
            }
        }
    }
}
