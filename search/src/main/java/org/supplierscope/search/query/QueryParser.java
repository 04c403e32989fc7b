package org.supplierscope.search.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.ingest.published.PageVerdict;
import org.supplierscope.search.query.Clause.Field;

/// Reads the query language by recursive descent:
///
/// ```
/// any     = all ("OR" all)*
/// all     = one (["AND"] one)*
/// one     = ("NOT" | "-") one | "(" any ")" | field ":" value | '"' words '"' | word ["*"] | "*"
/// value   = '"' words '"' | word ["*"] | "*"
/// ```
///
/// Words that stand side by side must all be found. `AND`, `OR` and `NOT` are operators in capitals only.
/// Quotes may be curly, as word processors write them.
public final class QueryParser {

    /// Longer than any question that a person asks; keeps a hostile one from costing memory.
    static final int MAX_LENGTH = 2_000;
    /// Deeper than any question that a person asks; keeps a hostile one from exhausting the stack.
    static final int MAX_DEPTH = 50;
    /// Each becomes at most eight clauses, and Lucene takes 1,024 of them with those that operators add.
    static final int MAX_WORDS = 100;

    private final String text;
    private int at;
    private int depth;
    private int words;

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
            Clause part = one();
            depth--;
            return part instanceof Clause.Not(Clause twice) ? twice : new Clause.Not(part);
        }
        if (ahead("AND") || ahead("OR")) {
            throw problem(
                    "there is nothing before this operator; write it in quotes or in small letters to search for the word");
        }
        return switch (peek()) {
            case '(' -> bracket();
            case ')' -> throw problem("something to search for is missing before this ')'");
            case '"', '“', '”', '„' -> phrase();
            default -> wordOrProperty();
        };
    }

    private Clause phrase() throws QueryException {
        countWord();
        String phrase = quoted();
        skipSpace();
        return phrase.isBlank() ? new Clause.All() : new Clause.Phrase(phrase);
    }

    private void countWord() throws QueryException {
        if (++words > MAX_WORDS) {
            throw problem("a query has at most " + MAX_WORDS + " words, phrases and properties; this is one more");
        }
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
        countWord();
        int start = at;
        while (inWord()) {
            if (peek() == ':' && at > start) {
                String name = text.substring(start, at);
                Field field = field(name);
                if (field != null || name.equalsIgnoreCase("published")) {
                    return property(field, name);
                }
            }
            at++;
        }
        String word = text.substring(start, at);
        skipSpace();
        if (word.equals("*")) {
            return new Clause.All();
        }
        return word.indexOf('*') < 0 ? new Clause.Word(word) : new Clause.Prefix(WordStart.parse(word, start + 1));
    }

    private Clause property(@Nullable Field field, String name) throws QueryException {
        int valueAt = ++at;
        boolean quoted = !atEnd() && quote(peek());
        String value;
        if (quoted) {
            value = quoted();
        } else {
            while (inWord()) {
                at++;
            }
            value = text.substring(valueAt, at);
        }
        if (value.isBlank()) {
            throw new QueryException(valueAt, "'" + name + ":' needs a value right after the colon");
        }
        skipSpace();
        if (field == null) {
            return PublishedRange.parse(value, valueAt + 1);
        }
        if (field == Field.VERDICT && !value.equals("*")) {
            return new Clause.Property(field, verdict(value, valueAt + 1));
        }
        if (field == Field.STANCE) {
            return new Clause.Property(field, stance(value, valueAt + 1));
        }
        return quoted || value.indexOf('*') < 0
                ? new Clause.Property(field, value)
                : new Clause.Starting(field, WordStart.parse(field, value, valueAt + 1));
    }

    private static String verdict(String value, int position) throws QueryException {
        String verdict = value.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        if (Arrays.stream(PageVerdict.values()).noneMatch(known -> known.name().equals(verdict))) {
            throw new QueryException(
                    position,
                    "'" + value + "' is no verdict; write article, paywall-stub, not-an-article, consent-wall or"
                            + " error-page");
        }
        return verdict;
    }

    private static String stance(String value, int position) throws QueryException {
        String stance = value.strip().toUpperCase(Locale.ROOT);
        if (Arrays.stream(Stance.values()).noneMatch(known -> known.name().equals(stance))) {
            throw new QueryException(position, "'" + value + "' is no stance; write precision, breadth, mixed or none");
        }
        return stance;
    }

    private boolean inWord() {
        return !atEnd() && !Character.isWhitespace(peek()) && peek() != '(' && peek() != ')' && !quote(peek());
    }

    private static boolean quote(char c) {
        return c == '"' || c == '“' || c == '”' || c == '„';
    }

    private static @Nullable Field field(String name) {
        for (Field field : Field.values()) {
            if (field.name().equals(name.toUpperCase(Locale.ROOT))) {
                return field;
            }
        }
        return null;
    }

    private String quoted() throws QueryException {
        int opened = at++;
        boolean straight = text.charAt(opened) == '"';
        int end = at;
        while (end < text.length() && (straight ? text.charAt(end) != '"' : "“”".indexOf(text.charAt(end)) < 0)) {
            end++;
        }
        if (end == text.length()) {
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
