package org.supplierscope.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supplierscope.search.query.Clause.Field;

class QueryParserTest {

    private static Clause all() {
        return new Clause.All();
    }

    private static Clause word(String word) {
        return new Clause.Word(word);
    }

    private static Clause phrase(String words) {
        return new Clause.Phrase(words);
    }

    private static Clause is(Field field, String value) {
        return new Clause.Property(field, value);
    }

    private static Clause not(Clause part) {
        return new Clause.Not(part);
    }

    private static Clause and(Clause... parts) {
        return new Clause.And(List.of(parts));
    }

    private static Clause or(Clause... parts) {
        return new Clause.Or(List.of(parts));
    }

    private static Arguments is(String query, Clause clause) {
        return Arguments.of(query, clause);
    }

    private static Stream<Arguments> meanings() {
        return Stream.of(
                is("", all()),
                is(" \t\u3000 ", all()),
                is("*", all()),
                is("\"\"", all()),
                is("capacity", word("capacity")),
                is("  capacity  ", word("capacity")),
                is("大立光", word("大立光")),
                is("capacity price", and(word("capacity"), word("price"))),
                is("capacity AND price", and(word("capacity"), word("price"))),
                is("capacity OR price", or(word("capacity"), word("price"))),
                is("a b OR c d", or(and(word("a"), word("b")), and(word("c"), word("d")))),
                is("a (b OR c)", and(word("a"), or(word("b"), word("c")))),
                is("a(b OR c)d", and(word("a"), or(word("b"), word("c")), word("d"))),
                is("((a))", word("a")),
                is("a OR b OR c", or(word("a"), word("b"), word("c"))),
                is("NOT a", not(word("a"))),
                is("-a", not(word("a"))),
                is("a -b", and(word("a"), not(word("b")))),
                is("a AND NOT b", and(word("a"), not(word("b")))),
                is("NOT(a b)", not(and(word("a"), word("b")))),
                is("-(a OR b)", not(or(word("a"), word("b")))),
                is("NOT NOT a", word("a")),
                is("--a", word("a")),
                is("-(-a)", word("a")),
                is("---a", not(word("a"))),
                is("co-packaged", word("co-packaged")),
                is("a - b", and(word("a"), word("-"), word("b"))),
                is("a -", and(word("a"), word("-"))),
                is("and or not", and(word("and"), word("or"), word("not"))),
                is("ANDROID ORDER NOTE", and(word("ANDROID"), word("ORDER"), word("NOTE"))),
                is("\"AND\"", phrase("AND")),
                is("\"co-packaged optics\"", phrase("co-packaged optics")),
                is("“co-packaged optics”", phrase("co-packaged optics")),
                is("„lens maker“", phrase("lens maker")),
                is("\"24” panel\"", phrase("24” panel")),
                is("\"a (b\" c", and(phrase("a (b"), word("c"))),
                is("-\"a b\"", not(phrase("a b"))),
                is("a\"b c\"d", and(word("a"), phrase("b c"), word("d"))),
                is("photon*", new Clause.Prefix("photon")),
                is("大立*", new Clause.Prefix("大立")),
                is("-photon*", not(new Clause.Prefix("photon"))),
                is("\"5*3\"", phrase("5*3")),
                is("supplier:Largan", is(Field.SUPPLIER, "Largan")),
                is("SUPPLIER:largan-precision", is(Field.SUPPLIER, "largan-precision")),
                is("title:\"price war\" a", and(is(Field.TITLE, "price war"), word("a"))),
                is("-source:wire", not(is(Field.SOURCE, "wire"))),
                is("theme:\"phone lenses\"", is(Field.THEME, "phone lenses")),
                is("About:largan", is(Field.ABOUT, "largan")),
                is("-copy:*", not(new Clause.Starting(Field.COPY, ""))),
                is("title:a:b", is(Field.TITLE, "a:b")),
                is("title:-a", is(Field.TITLE, "-a")),
                is("stance:Precision", is(Field.STANCE, "PRECISION")),
                is("stance:\"none\"", is(Field.STANCE, "NONE")),
                is("title:photon*", new Clause.Starting(Field.TITLE, "photon")),
                is("supplier:largan-p*", new Clause.Starting(Field.SUPPLIER, "largan-p")),
                is("group:*", new Clause.Starting(Field.GROUP, "")),
                is("title:\"photon*\"", is(Field.TITLE, "photon*")),
                is("http://news.example/a", word("http://news.example/a")),
                is("10:30", word("10:30")),
                is(":a", word(":a")),
                is("mood:good", word("mood:good")),
                is("C++ #5G R&D", and(word("C++"), word("#5G"), word("R&D"))),
                is(
                        "published:2019",
                        new Clause.Published(
                                Instant.parse("2019-01-01T00:00:00Z"), Instant.parse("2020-01-01T00:00:00Z"))));
    }

    @ParameterizedTest
    @MethodSource("meanings")
    void reads(String query, Clause clause) throws QueryException {
        assertThat(QueryParser.parse(query)).isEqualTo(clause);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    (                   | 2  | missing here
                    a (b                | 3  | '(' is never closed
                    a (b (c)            | 3  | '(' is never closed
                    )                   | 1  | missing before this ')'
                    a)                  | 2  | closes nothing
                    a ) b               | 3  | closes nothing
                    ()                  | 2  | missing before this ')'
                    a AND               | 6  | missing here
                    a OR                | 5  | missing here
                    NOT                 | 4  | missing here
                    a AND OR b          | 7  | nothing before this operator
                    OR a                | 1  | nothing before this operator
                    AND                 | 1  | nothing before this operator
                    (OR a)              | 2  | nothing before this operator
                    a OR OR b           | 6  | nothing before this operator
                    "a                  | 1  | quote is never closed
                    a "b                | 3  | quote is never closed
                    “a b"               | 1  | quote is never closed
                    title:"a            | 7  | quote is never closed
                    supplier:           | 9  | 'supplier:' needs a value
                    supplier: largan    | 9  | 'supplier:' needs a value
                    title:""            | 6  | 'title:' needs a value
                    published:          | 10 | 'published:' needs a value
                    a published:soon    | 13 | 'soon' is no time
                    stance:narrow       | 8  | 'narrow' is no stance
                    stance:pre*         | 8  | 'pre*' is no stance
                    *ens                | 1  | a star stands at the end
                    a le*ns             | 3  | a star stands at the end
                    lens**              | 1  | a star stands at the end
                    co-pack*            | 1  | more than one
                    C+*                 | 1  | more than one
                    title:co-pack*      | 7  | more than one
                    """)
    void tellsWhereAQueryIsWrong(String query, int position, String problem) {
        var refused = catchThrowableOfType(QueryException.class, () -> QueryParser.parse(query));

        assertThat(refused).hasMessageContaining(problem);
        assertThat(refused.position()).isEqualTo(position);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "-", "NOT ", "-(", "NOT(", "\"", ")", "a OR ", "a AND ", "title:", "*", "“", "- ", "(-"})
    void survivesAnyNumberOfThem(String piece) throws QueryException {
        for (int count : new int[] {40, 60, 2_000 / piece.length()}) {
            String query = piece.repeat(count) + "a";
            if (query.length() > QueryParser.MAX_LENGTH) {
                query = query.substring(0, QueryParser.MAX_LENGTH);
            }
            try {
                assertThat(QueryCompiler.compile(QueryParser.parse(query))).isNotNull();
            } catch (QueryException e) {
                assertThat(e.position()).isBetween(1, query.length() + 1);
            }
        }
    }

    @Test
    void readsWhatIsNestedAsDeepAsItAllows() throws QueryException {
        int deep = QueryParser.MAX_DEPTH - 1;

        assertThat(QueryParser.parse("(".repeat(deep) + "a" + ")".repeat(deep))).isEqualTo(word("a"));
        assertThatThrownBy(() -> QueryParser.parse("(".repeat(deep + 1) + "a" + ")".repeat(deep + 1)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("nested");
    }

    @Test
    void readsManyBracketsSideBySide() throws QueryException {
        String query = "(a) ".repeat(QueryParser.MAX_WORDS);

        assertThat(QueryParser.parse(query)).isInstanceOf(Clause.And.class);
    }

    @Test
    void refusesAQueryThatIsTooLong() throws QueryException {
        assertThat(QueryParser.parse("a".repeat(QueryParser.MAX_LENGTH))).isInstanceOf(Clause.Word.class);
        assertThatThrownBy(() -> QueryParser.parse("a".repeat(QueryParser.MAX_LENGTH + 1)))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("2000 characters");
    }

    @Test
    void refusesMoreWordsThanTheIndexTakes() throws QueryException {
        String[] words = new String[QueryParser.MAX_WORDS + 1];
        Arrays.fill(words, "a*");
        String tooMany = String.join(" OR ", words);

        assertThat(QueryParser.parse(tooMany.substring(6))).isInstanceOf(Clause.Or.class);
        assertThatThrownBy(() -> QueryParser.parse(tooMany))
                .isInstanceOf(QueryException.class)
                .hasMessageContaining("at most 100 words");
    }
}
