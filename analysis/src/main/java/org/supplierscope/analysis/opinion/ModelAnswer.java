package org.supplierscope.analysis.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.opinion.Opinion.Cited;
import org.supplierscope.analysis.opinion.Opinion.Given;
import org.supplierscope.analysis.opinion.Opinion.Refused;
import org.supplierscope.analysis.opinion.Opinion.Said;
import org.supplierscope.analysis.published.Stance;

/// Checks an answer, from the protocol's envelope to the last number. Words of the answer are
/// never repeated, not even to say what is wrong with them.
///
/// @param suppliers that were asked about
/// @param sentences of the article
/// @param read how many of them the model was given
record ModelAnswer(Protocol protocol, String model, List<AskedSupplier> suppliers, List<String> sentences, int read) {

    /// As the instruction says; more are no reasons, but the article again.
    private static final int MOST_SENTENCES = 8;

    private static final Set<String> KEYS = Set.of("suppliers");
    private static final Set<String> KEYS_OF_ONE = Set.of("supplier", "stance", "sentences");

    Opinion opinion(byte[] body) {
        JsonNode envelope = StrictJson.read(body);
        if (envelope == null) {
            return new Refused(RefusalKind.NOT_JSON, "the endpoint's answer is not JSON");
        }
        JsonNode choice = switch (protocol) {
            case OPENAI -> envelope.path("choices").path(0);
            case OLLAMA -> envelope;
        };
        JsonNode message = choice.path("message");
        Refused unfinished = unfinished(message, choice);
        if (unfinished != null) {
            return unfinished;
        }
        if (!message.path("content").isTextual()) {
            return wrongForm("the endpoint's answer has no text of the model where the protocol puts it");
        }
        JsonNode answer = StrictJson.read(message.path("content").textValue());
        return answer == null
                ? new Refused(RefusalKind.NOT_JSON, "the model's answer is not JSON, or not JSON alone")
                : checked(answer);
    }

    /// Why the model did not come to an answer; null when it did.
    private @Nullable Refused unfinished(JsonNode message, JsonNode choice) {
        String end = choice.path(protocol == Protocol.OPENAI ? "finish_reason" : "done_reason")
                .asText("");
        boolean tool = !message.path("tool_calls").isEmpty()
                || message.hasNonNull("function_call")
                || end.equals("tool_calls")
                || end.equals("function_call");
        if (tool) {
            return new Refused(RefusalKind.TOOL_WANTED, "the model wants a tool used, and is given none");
        }
        if (message.hasNonNull("refusal") || end.equals("content_filter")) {
            return new Refused(RefusalKind.DECLINED, "the model, or a filter before it, declined to answer");
        }
        if (end.equals("length")) {
            return new Refused(RefusalKind.ANSWER_CUT, "the answer was cut at the model's own limit");
        }
        return null;
    }

    private Opinion checked(JsonNode answer) {
        if (!StrictJson.hasExactly(answer, KEYS) || !answer.path("suppliers").isArray()) {
            return wrongForm("the answer is not one object with the list 'suppliers' and nothing else");
        }
        Map<String, Said> said = new HashMap<>();
        for (JsonNode each : answer.path("suppliers")) {
            Refused wrong = wrong(each);
            if (wrong != null) {
                return wrong;
            }
            Said one = said(each);
            if (said.put(one.supplier(), one) != null) {
                return new Refused(
                        RefusalKind.WRONG_SUPPLIERS, "the answer tells of " + one.supplier() + " more than once");
            }
        }
        List<Said> inOrder = new ArrayList<>();
        for (AskedSupplier asked : suppliers) {
            Said one = said.get(asked.id());
            if (one == null) {
                return new Refused(RefusalKind.WRONG_SUPPLIERS, "the answer does not tell of " + asked.id());
            }
            inOrder.add(one);
        }
        return new Given(model, inOrder, read, sentences.size());
    }

    /// What is wrong with what is told of one supplier; null when nothing is.
    private @Nullable Refused wrong(JsonNode each) {
        if (!StrictJson.hasExactly(each, KEYS_OF_ONE)
                || !each.path("supplier").isTextual()
                || !each.path("stance").isTextual()
                || !each.path("sentences").isArray()) {
            return wrongForm("an entry of the answer is not 'supplier', 'stance' and 'sentences' and nothing else");
        }
        String supplier = each.path("supplier").textValue();
        if (suppliers.stream().noneMatch(asked -> asked.id().equals(supplier))) {
            return new Refused(RefusalKind.WRONG_SUPPLIERS, "the answer tells of a supplier that was not asked about");
        }
        Optional<Stance> stance = stance(each);
        if (stance.isEmpty()) {
            return wrongForm("the stance of " + supplier + " is none of " + Arrays.toString(Stance.values()));
        }
        JsonNode numbers = each.path("sentences");
        for (JsonNode number : numbers) {
            if (!number.isIntegralNumber()) {
                return wrongForm("a sentence of " + supplier + " is not named by a whole number");
            }
            if (!number.canConvertToInt() || number.intValue() < 1 || number.intValue() > read) {
                String which = number.canConvertToInt() ? "sentence " + number.intValue() : "a sentence far out";
                return new Refused(RefusalKind.WRONG_SENTENCE, "the answer names " + which + " of " + read);
            }
        }
        if (numbers.size() > MOST_SENTENCES) {
            return new Refused(
                    RefusalKind.WRONG_EVIDENCE,
                    "the answer names " + numbers.size() + " sentences of " + supplier + ", and at most "
                            + MOST_SENTENCES + " were asked for");
        }
        if ((stance.get() == Stance.NONE) != numbers.isEmpty()) {
            return new Refused(
                    RefusalKind.WRONG_EVIDENCE,
                    "the answer tells " + stance.get() + " of " + supplier
                            + (numbers.isEmpty() ? " without a sentence that says so" : " and yet names sentences"));
        }
        return null;
    }

    private Said said(JsonNode each) {
        List<Cited> cited = new ArrayList<>();
        for (JsonNode number : each.path("sentences")) {
            var one = new Cited(number.intValue(), sentences.get(number.intValue() - 1));
            if (!cited.contains(one)) {
                cited.add(one);
            }
        }
        return new Said(each.path("supplier").textValue(), stance(each).orElseThrow(), cited);
    }

    private static Optional<Stance> stance(JsonNode each) {
        String name = each.path("stance").textValue();
        return Arrays.stream(Stance.values())
                .filter(stance -> stance.name().equals(name))
                .findFirst();
    }

    private static Refused wrongForm(String message) {
        return new Refused(RefusalKind.WRONG_FORM, message);
    }
}
