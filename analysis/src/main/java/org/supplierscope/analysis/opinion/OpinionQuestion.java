package org.supplierscope.analysis.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.supplierscope.analysis.published.Stance;

/// One question to a model: which course does this article tell of these suppliers?
///
/// ```java
/// OpinionQuestion question = OpinionQuestion.of(Protocol.OLLAMA, "qwen3", suppliers, sentences,
/// 24_000);
/// byte[] answer = …; // of POST question.body()
/// Opinion opinion = question.answer(answer);
/// ```
///
/// Immutable; connects to nothing.
public final class OpinionQuestion {

    /// An article that names more is a list, and the question would be longer than the article.
    public static final int MOST_SUPPLIERS = 24;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String INSTRUCTION = instruction();
    /// Ollama cuts what does not fit its window from the front, without a word, and with it our
    /// instruction; so it is told how large a window this question needs. Two bytes a token are
    /// fewer than any text has.
    private static final int BYTES_PER_TOKEN = 2;
    /// Room for the answer, and for models that think aloud before it.
    private static final int ANSWER_TOKENS = 4096;

    private static final int WINDOW_STEP = 1024;

    private final Protocol protocol;
    private final String model;
    private final List<AskedSupplier> suppliers;
    private final List<String> sentences;
    private final NumberedText text;

    private OpinionQuestion(
            Protocol protocol, String model, List<AskedSupplier> suppliers, List<String> sentences, NumberedText text) {
        this.protocol = protocol;
        this.model = model;
        this.suppliers = suppliers;
        this.sentences = sentences;
        this.text = text;
    }

    /// A question about an article.
    ///
    /// @param model its name at the endpoint
    /// @param suppliers asked about, at least one; those beyond [#MOST_SUPPLIERS] are left out
    /// @param sentences of the article, in order, the title first
    /// @param characters the budget: as many whole sentences as fit are asked about, from the
    /// first one on
    public static OpinionQuestion of(
            Protocol protocol, String model, List<AskedSupplier> suppliers, List<String> sentences, int characters) {
        if (suppliers.isEmpty()) {
            throw new IllegalArgumentException("nobody is asked about");
        }
        List<AskedSupplier> asked = suppliers.stream().limit(MOST_SUPPLIERS).toList();
        return new OpinionQuestion(
                protocol, model, asked, List.copyOf(sentences), NumberedText.of(asked, sentences, characters));
    }

    /// How many sentences the model is given; 0 when not even the first fits the budget.
    public int read() {
        return text.read();
    }

    /// What is posted to the endpoint, as JSON.
    public byte[] body() {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", model);
        ArrayNode messages = body.putArray("messages");
        messages.addObject().put("role", "system").put("content", INSTRUCTION);
        messages.addObject().put("role", "user").put("content", text.json());
        body.put("stream", false);
        switch (protocol) {
            case OPENAI -> {
                // No temperature and no limit of tokens: some models refuse the one, each family names the
                // other differently.
                ObjectNode format = body.putObject("response_format").put("type", "json_schema");
                format.putObject("json_schema")
                        .put("name", "second_opinion")
                        .put("strict", true)
                        .set("schema", schema());
            }
            case OLLAMA -> {
                body.set("format", schema());
                body.putObject("options").put("temperature", 0).put("num_ctx", window());
            }
        }
        return write(body);
    }

    /// Makes an opinion of the endpoint's answer. Any bytes are survived; nothing of them reaches
    /// the opinion but which of our suppliers, stances and sentences they name.
    ///
    /// @param body of an answer with status 2xx
    public Opinion answer(byte[] body) {
        return new ModelAnswer(protocol, model, suppliers, sentences, text.read()).opinion(body);
    }

    private int window() {
        int bytes = INSTRUCTION.length() + text.json().getBytes(UTF_8).length;
        int tokens = bytes / BYTES_PER_TOKEN + ANSWER_TOKENS;
        return (tokens / WINDOW_STEP + 1) * WINDOW_STEP;
    }

    /// The form of the answer. Only keywords that every server with schemas knows; the rest is
    /// checked by us.
    private JsonNode schema() {
        ObjectNode properties = JSON.createObjectNode();
        ArrayNode ids = properties.putObject("supplier").put("type", "string").putArray("enum");
        suppliers.forEach(each -> ids.add(each.id()));
        ArrayNode stances = properties.putObject("stance").put("type", "string").putArray("enum");
        Arrays.stream(Stance.values()).forEach(each -> stances.add(each.name()));
        properties
                .putObject("sentences")
                .put("type", "array")
                .putObject("items")
                .put("type", "integer");
        ObjectNode list = JSON.createObjectNode().put("type", "array");
        list.set("items", object(properties));
        return object(JSON.createObjectNode().set("suppliers", list));
    }

    private static ObjectNode object(ObjectNode properties) {
        ObjectNode object = JSON.createObjectNode().put("type", "object");
        object.set("properties", properties);
        ArrayNode required = object.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        return object.put("additionalProperties", false);
    }

    private static byte[] write(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question can be written as JSON", e);
        }
    }

    private static String instruction() {
        try (InputStream in = Objects.requireNonNull(OpinionQuestion.class.getResourceAsStream("instruction.txt"))) {
            return new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the instruction cannot be read", e);
        }
    }
}
