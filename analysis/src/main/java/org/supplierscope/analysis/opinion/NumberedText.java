package org.supplierscope.analysis.opinion;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article as data for a model: its sentences, numbered from 1, as JSON.
///
/// Characters that no reader sees (controls, directions, tags, halves of pairs) are left out:
/// only a machine would read what is written in them. The brackets and bars of which chat
/// templates make their marks (`<|…|>`, `[INST]`) are written as JSON escapes, so that no text
/// can pretend to be the end of the data to a server that looks for marks everywhere.
///
/// @param json the whole message
/// @param read how many sentences are in it, from the first one on
record NumberedText(String json, int read) {

    private static final JsonMapper JSON = JsonMapper.builder(
                    new JsonFactoryBuilder().characterEscapes(new Marks()).build())
            .build();

    /// Writes the suppliers and as many whole sentences as fit.
    ///
    /// @param characters the most that the sentences may take, escapes and numbers included
    static NumberedText of(List<AskedSupplier> suppliers, List<String> sentences, int characters) {
        ObjectNode data = JSON.createObjectNode();
        ArrayNode asked = data.putArray("suppliers");
        for (AskedSupplier supplier : suppliers) {
            ObjectNode each = asked.addObject();
            each.put("id", supplier.id());
            ArrayNode names = each.putArray("names");
            supplier.names().forEach(names::add);
        }
        ArrayNode numbered = data.putArray("sentences");
        int left = characters;
        for (int i = 0; i < sentences.size(); i++) {
            ObjectNode each = JSON.createObjectNode();
            each.put("n", i + 1);
            each.put("text", visible(sentences.get(i)));
            left -= write(each).length();
            if (left < 0) {
                break;
            }
            numbered.add(each);
        }
        return new NumberedText(write(data), numbered.size());
    }

    /// What a reader sees of a text.
    private static String visible(String text) {
        var seen = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> seen.append(' ');
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
                default -> {
                    if (!selectsAVariant(c)) {
                        seen.appendCodePoint(c);
                    }
                }
            }
        });
        return seen.toString();
    }

    /// Variation selectors: a run of them can spell out a hidden text.
    private static boolean selectsAVariant(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    private static String write(JsonNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException("text can be written as JSON", e);
        }
    }

    /// Escapes what marks are made of.
    private static final class Marks extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final String OF_MARKS = "<>[]|";

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            OF_MARKS.chars().forEach(c -> codes[c] = ESCAPE_STANDARD);
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int c) {
            return null;
        }
    }
}
