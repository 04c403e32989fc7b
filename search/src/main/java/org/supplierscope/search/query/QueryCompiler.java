package org.supplierscope.search.query;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;
import org.supplierscope.search.index.Schema;

/// Turns a clause into a Lucene query. Thread-safe.
public final class QueryCompiler {

    /// What a word means in the title against the body. Ours, as is the order: a headline says what a text is
    /// about.
    private static final float TITLE_WEIGHT = 2.0f;

    private static final float NAME_WEIGHT = 1.5f;
    /// A word found in two fields is worth a little more than one found in the better of them (Lucene's usual
    /// 0.1).
    private static final float TIE = 0.1f;

    private static final QueryBuilder WORDS = new QueryBuilder(Schema.queryAnalyzer());

    private QueryCompiler() {}

    /// The Lucene query of a clause. Words without a letter or digit, such as a dash between two spaces, are
    /// passed over; a query of nothing else matches nothing.
    public static Query compile(Clause clause) {
        Query query = meaning(clause);
        return query == null ? new MatchNoDocsQuery("no word in it") : query;
    }

    /// The Lucene query, or null when there is no word in it.
    private static @Nullable Query meaning(Clause clause) {
        return switch (clause) {
            case Clause.All() -> new MatchAllDocsQuery();
            case Clause.Word(String word) -> anywhere(word);
            case Clause.Phrase(String words) -> anywhere(words);
            case Clause.Prefix(String start) -> startAnywhere(start);
            case Clause.Property property -> property(property);
            case Clause.Starting(var field, String start) -> starting(field, start);
            case Clause.Published(var from, var to) ->
                LongPoint.newRangeQuery(
                        Schema.PUBLISHED,
                        from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                        to == null ? Long.MAX_VALUE : to.toEpochMilli() - 1);
            case Clause.And(List<Clause> parts) -> and(parts);
            case Clause.Or(List<Clause> parts) -> any(parts.stream().map(QueryCompiler::meaning));
            case Clause.Not part -> and(List.of(part));
        };
    }

    private static @Nullable Query and(List<Clause> parts) {
        var all = new BooleanQuery.Builder();
        boolean positive = false;
        boolean negative = false;
        for (Clause part : parts) {
            boolean excluded = part instanceof Clause.Not;
            Query query = meaning(part instanceof Clause.Not(Clause inner) ? inner : part);
            if (query != null) {
                all.add(query, excluded ? Occur.MUST_NOT : Occur.MUST);
                positive |= !excluded;
                negative |= excluded;
            }
        }
        if (!positive && negative) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return positive || negative ? all.build() : null;
    }

    private static @Nullable Query any(Stream<@Nullable Query> parts) {
        var any = new BooleanQuery.Builder();
        parts.filter(Objects::nonNull).forEach(part -> any.add(part, Occur.SHOULD));
        BooleanQuery query = any.build();
        return query.clauses().isEmpty() ? null : query;
    }

    private static @Nullable Query anywhere(String words) {
        return anywhere(field -> WORDS.createPhraseQuery(field, words));
    }

    private static @Nullable Query startAnywhere(String start) {
        return anywhere(field -> start(field, start));
    }

    private static @Nullable Query anywhere(Function<String, @Nullable Query> query) {
        Query title = query.apply(Schema.TITLE);
        Query supplier = query.apply(Schema.SUPPLIER_NAME);
        Query group = query.apply(Schema.GROUP_NAME);
        Query text = query.apply(Schema.TEXT);
        // All fields are analysed alike: it is none of them or all.
        return title == null || supplier == null || group == null || text == null
                ? null
                : new DisjunctionMaxQuery(
                        List.of(
                                new BoostQuery(title, TITLE_WEIGHT),
                                new BoostQuery(supplier, NAME_WEIGHT),
                                new BoostQuery(group, NAME_WEIGHT),
                                text),
                        TIE);
    }

    /// Words that begin so, and those that the beginning is a form of: the index knows `capacity`, whatever
    /// its form was, and `capacities*` must find it too. In scripts without spaces a star says nothing.
    private static @Nullable Query start(String field, String start) {
        Query word = WORDS.createPhraseQuery(field, start);
        if (WordStart.spaceless(start)) {
            return word;
        }
        String term = Schema.queryAnalyzer().normalize(field, start).utf8ToString();
        return any(Stream.of(word, new PrefixQuery(new Term(field, term))));
    }

    private static Query property(Clause.Property property) {
        String value = property.value();
        return switch (property.field()) {
            case TITLE -> words(Schema.TITLE, value);
            case TEXT -> words(Schema.TEXT, value);
            case SUPPLIER -> idOrName(Schema.SUPPLIER, Schema.SUPPLIER_NAME, value);
            case ABOUT -> idOrName(Schema.ABOUT, Schema.ABOUT_NAME, value);
            case GROUP -> words(Schema.GROUP_NAME, value);
            case STANCE -> exactly(Schema.STANCE, value.toUpperCase(Locale.ROOT));
            case THEME -> idOrName(Schema.THEME, Schema.THEME_NAME, value);
            case SOURCE -> idOrName(Schema.SOURCE, Schema.SOURCE_NAME, value);
            case LANGUAGE -> language(value.toLowerCase(Locale.ROOT));
            case STORY -> exactly(Schema.STORY, value.toLowerCase(Locale.ROOT));
            case COPY -> exactly(Schema.COPY_OF, value.toLowerCase(Locale.ROOT));
            case ID -> exactly(Schema.ID, value.toLowerCase(Locale.ROOT));
            case VERDICT -> exactly(Schema.VERDICT, value.toUpperCase(Locale.ROOT));
        };
    }

    private static Query idOrName(String idField, String nameField, String value) {
        return new BooleanQuery.Builder()
                .add(exactly(idField, value.toLowerCase(Locale.ROOT)), Occur.SHOULD)
                .add(words(nameField, value), Occur.SHOULD)
                .build();
    }

    /// Tags are matched by their beginning, part by part (RFC 4647, basic filtering), whatever their case.
    private static Query language(String tag) {
        return new ConstantScoreQuery(new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Schema.LANGUAGE, tag)), Occur.SHOULD)
                .add(new PrefixQuery(new Term(Schema.LANGUAGE, tag + "-")), Occur.SHOULD)
                .build());
    }

    private static @Nullable Query starting(Clause.Field field, String start) {
        String exact = start.toLowerCase(Locale.ROOT);
        return switch (field) {
            case TITLE -> start(Schema.TITLE, start);
            case TEXT -> start(Schema.TEXT, start);
            case SUPPLIER -> any(Stream.of(startExactly(Schema.SUPPLIER, exact), start(Schema.SUPPLIER_NAME, start)));
            case ABOUT -> any(Stream.of(startExactly(Schema.ABOUT, exact), start(Schema.ABOUT_NAME, start)));
            case GROUP -> start(Schema.GROUP_NAME, start);
            case STANCE -> startExactly(Schema.STANCE, start.toUpperCase(Locale.ROOT));
            case THEME -> any(Stream.of(startExactly(Schema.THEME, exact), start(Schema.THEME_NAME, start)));
            case SOURCE -> any(Stream.of(startExactly(Schema.SOURCE, exact), start(Schema.SOURCE_NAME, start)));
            case LANGUAGE -> startExactly(Schema.LANGUAGE, exact);
            case STORY -> startExactly(Schema.STORY, exact);
            case COPY -> startExactly(Schema.COPY_OF, exact);
            case ID -> startExactly(Schema.ID, exact);
            case VERDICT ->
                startExactly(Schema.VERDICT, start.toUpperCase(Locale.ROOT).replace('-', '_'));
        };
    }

    private static Query startExactly(String field, String start) {
        return new PrefixQuery(new Term(field, start));
    }

    private static Query exactly(String field, String value) {
        return new ConstantScoreQuery(new TermQuery(new Term(field, value)));
    }

    /// Words as they stand next to each other, so that `co-packaged` and 大立光 are found as one.
    private static Query words(String field, String words) {
        Query query = WORDS.createPhraseQuery(field, words);
        return query == null ? new MatchNoDocsQuery("no word in it") : query;
    }
}
