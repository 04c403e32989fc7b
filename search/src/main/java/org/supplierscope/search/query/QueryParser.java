package org.supplierscope.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.supplierscope.search.query.Clause.Field;

/// Reads the query language by recursive descent:
///
/// ```
/// any     = all ("OR" all)*
/// all     = one (["AND"] one)*
/// one     = ("NOT" | "-") one | "(" any ")" | field ":" value | '"' words '"' | word ["*"] | "*"
/// ```
///
/// Words that stand side by side must all be found. `AND`, `OR` and `NOT` are operators in capitals only.
public final class QueryParser {

    /// Longer than any question that a person asks; keeps a hostile one from costing memory.
    static final int MAX_LENGTH = 2_000;
    /// Deeper than any question that a person asks; keeps a hostile one from exhausting the stack.
    static final int MAX_DEPTH = 50;

    private final String text;
    private int at;
    private int depth;

    private QueryParser(String text) {
        this.text = text;
    }

    /// Reads a query; a blank one finds everything.
    ///
    /// @throws QueryException when it cannot be understood
    public static Clause parse(String query) throws QueryException {
        if (query.length() > MAX_LENGTH) {
            throw new QueryException(MAX_LENGTH, "a query has at most " + MAX_LENGTH + " characters");
        }
        var parser = new QueryParser(query);
        parser.skipSpace();
        if (parser.atEnd()) {
            return new Clause.All();
        }
        Clause clause = parser.any();
        if (!parser.atEnd()) {
            throw parser.problem("this ')' closes nothing; write \")\" in quotes to search for it");
        }
        return clause;
    }

    private Clause any() throws QueryException {
        if (++depth > MAX_DEPTH) {
            throw problem("brackets or NOTs are nested more than " + MAX_DEPTH + " deep");
        }
        List<Clause> parts = new ArrayList<>();
        parts.add(all());
        while (operator("OR")) {
            parts.add(all());
        }
        depth--;
        return parts.size() == 1 ? parts.getFirst() : new Clause.Or(List.copyOf(parts));
    }

    private Clause all() throws QueryException {
        List<Clause> parts = new ArrayList<>();
        do {
            parts.add(one());
        } while (operator("AND") || (!atEnd() && peek() != ')' && !ahead("OR")));
        return parts.size() == 1 ? parts.getFirst() : new Clause.And(List.copyOf(parts));
    }

    private Clause one() throws QueryException {
        if (atEnd()) {
            throw problem("something to search for is missing here");
        }
        if (operator("NOT") || minus()) {
            if (++depth > MAX_DEPTH) {
                throw problem("brackets or NOTs are nested more than " + MAX_DEPTH + " deep");
            }
            var not = new Clause.Not(one());
            depth--;
            return not;
        }
        if (ahead("AND") || ahead("OR")) {
            throw problem(
                    "there is nothing before this operator; write it in quotes or in small letters to search for the word");
        }
        return switch (peek()) {
            case '(' -> bracket();
            case ')' -> throw problem("something to search for is missing before this ')'");
            case '"' -> {
                String words = quoted();
                skipSpace();
                yield words.isBlank() ? new Clause.All() : new Clause.Phrase(words);
            }
            default -> wordOrProperty();
        };
    }

    private Clause bracket() throws QueryException {
        int opened = at++;
        skipSpace();
        Clause inner = any();
        if (atEnd()) {
            throw new QueryException(opened + 1, "this '(' is never closed");
        }
        at++;
        skipSpace();
        return inner;
    }

    private Clause wordOrProperty() throws QueryException {
        int start = at;
        while (!atEnd() && !Character.isWhitespace(peek()) && "()\"".indexOf(peek()) < 0) {
            if (peek() == ':' && at > start) {
                Field field = field(text.substring(start, at));
                if (field != null || text.substring(start, at).equalsIgnoreCase("published")) {
                    return property(field, start);
                }
            }
            at++;
        }
        String word = text.substring(start, at);
        skipSpace();
        if (word.equals("*")) {
            return new Clause.All();
        }
        return word.length() > 1 && word.endsWith("*")
                ? new Clause.Prefix(word.substring(0, word.length() - 1))
                : new Clause.Word(word);
    }

    private Clause property(@org.jspecify.annotations.Nullable Field field, int start) throws QueryException {
        String name = text.substring(start, at);
        int valueAt = ++at;
        String value;
        if (!atEnd() && peek() == '"') {
            value = quoted();
        } else {
            while (!atEnd() && !Character.isWhitespace(peek()) && "()\"".indexOf(peek()) < 0) {
                at++;
            }
            value = text.substring(valueAt, at);
        }
        if (value.isBlank()) {
            throw new QueryException(valueAt, "'" + name + ":' needs a value right after the colon");
        }
        skipSpace();
        return field == null ? PublishedRange.parse(value, valueAt + 1) : new Clause.Property(field, value);
    }

    private static @org.jspecify.annotations.Nullable Field field(String name) {
        for (Field field : Field.values()) {
            if (field.name().equals(name.toUpperCase(Locale.ROOT))) {
                return field;
            }
        }
        return null;
    }

    private String quoted() throws QueryException {
        int opened = at++;
        int end = text.indexOf('"', at);
        if (end < 0) {
            throw new QueryException(opened + 1, "this quote is never closed");
        }
        String words = text.substring(at, end);
        at = end + 1;
        return words;
    }

    /// A minus excludes what follows it at once, and only where a word could begin: `co-packaged` is one word.
    private boolean minus() {
        if (peek() == '-' && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
            at++;
            return true;
        }
        return false;
    }

    private boolean operator(String operator) {
        if (!ahead(operator)) {
            return false;
        }
        at += operator.length();
        skipSpace();
        return true;
    }

    private boolean ahead(String operator) {
        int end = at + operator.length();
        return text.startsWith(operator, at)
                && (end == text.length() || Character.isWhitespace(text.charAt(end)) || text.charAt(end) == '(');
    }

    private void skipSpace() {
        while (!atEnd() && Character.isWhitespace(peek())) {
            at++;
        }
    }

    private boolean atEnd() {
        return at >= text.length();
    }

    private char peek() {
        return text.charAt(at);
    }

    private QueryException problem(String problem) {
        return new QueryException(Math.min(at, text.length()) + 1, problem);
    }
}
