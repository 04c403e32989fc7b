package org.supplierscope.search.query;

import java.util.List;
import java.util.Locale;
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

    private static final QueryBuilder WORDS = new QueryBuilder(Schema.analyzer());

    private QueryCompiler() {}

    /// The Lucene query of a clause.
    public static Query compile(Clause clause) {
        return switch (clause) {
            case Clause.All() -> new MatchAllDocsQuery();
            case Clause.Word(String word) -> anywhere(word);
            case Clause.Phrase(String words) -> anywhere(words);
            case Clause.Prefix(String start) -> prefixAnywhere(start);
            case Clause.Property property -> property(property);
            case Clause.Published(var from, var to) ->
                LongPoint.newRangeQuery(
                        Schema.PUBLISHED,
                        from == null ? Long.MIN_VALUE : from.toEpochMilli(),
                        to == null ? Long.MAX_VALUE : to.toEpochMilli() - 1);
            case Clause.And(List<Clause> parts) -> and(parts);
            case Clause.Or(List<Clause> parts) -> {
                var any = new BooleanQuery.Builder();
                parts.forEach(part -> any.add(compile(part), Occur.SHOULD));
                yield any.build();
            }
            case Clause.Not(Clause part) -> and(List.of(new Clause.All(), new Clause.Not(part)));
        };
    }

    private static Query and(List<Clause> parts) {
        var all = new BooleanQuery.Builder();
        boolean positive = false;
        for (Clause part : parts) {
            if (part instanceof Clause.Not(Clause excluded)) {
                all.add(compile(excluded), Occur.MUST_NOT);
            } else {
                all.add(compile(part), Occur.MUST);
                positive = true;
            }
        }
        if (!positive) {
            all.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return all.build();
    }

    private static Query anywhere(String words) {
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(words(Schema.TITLE, words), TITLE_WEIGHT),
                        new BoostQuery(words(Schema.SUPPLIER_NAME, words), NAME_WEIGHT),
                        new BoostQuery(words(Schema.GROUP_NAME, words), NAME_WEIGHT),
                        words(Schema.TEXT, words)),
                TIE);
    }

    private static Query prefixAnywhere(String start) {
        String term = Schema.analyzer().normalize(Schema.TEXT, start).utf8ToString();
        return new DisjunctionMaxQuery(
                List.of(
                        new BoostQuery(new PrefixQuery(new Term(Schema.TITLE, term)), TITLE_WEIGHT),
                        new BoostQuery(new PrefixQuery(new Term(Schema.SUPPLIER_NAME, term)), NAME_WEIGHT),
                        new BoostQuery(new PrefixQuery(new Term(Schema.GROUP_NAME, term)), NAME_WEIGHT),
                        new PrefixQuery(new Term(Schema.TEXT, term))),
                TIE);
    }

    private static Query property(Clause.Property property) {
        String value = property.value();
        return switch (property.field()) {
            case TITLE -> words(Schema.TITLE, value);
            case TEXT -> words(Schema.TEXT, value);
            case SUPPLIER -> idOrName(Schema.SUPPLIER, Schema.SUPPLIER_NAME, value);
            case GROUP -> words(Schema.GROUP_NAME, value);
            case STANCE -> exactly(Schema.STANCE, value.toUpperCase(Locale.ROOT));
            case SOURCE -> idOrName(Schema.SOURCE, Schema.SOURCE_NAME, value);
            case LANGUAGE -> language(value);
            case STORY -> exactly(Schema.STORY, value);
            case ID -> exactly(Schema.ID, value);
        };
    }

    private static Query idOrName(String idField, String nameField, String value) {
        return new BooleanQuery.Builder()
                .add(exactly(idField, value.toLowerCase(Locale.ROOT)), Occur.SHOULD)
                .add(words(nameField, value), Occur.SHOULD)
                .build();
    }

    /// Tags are matched by their beginning, part by part (RFC 4647, basic filtering), whatever their case.
    private static Query language(String value) {
        String[] parts = value.split("-", 2);
        String tag = parts[0].toLowerCase(Locale.ROOT) + (parts.length == 1 ? "" : "-" + titleCase(parts[1]));
        return new ConstantScoreQuery(new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Schema.LANGUAGE, tag)), Occur.SHOULD)
                .add(new PrefixQuery(new Term(Schema.LANGUAGE, tag + "-")), Occur.SHOULD)
                .build());
    }

    private static String titleCase(String subtag) {
        return subtag.length() == 4
                ? subtag.substring(0, 1).toUpperCase(Locale.ROOT)
                        + subtag.substring(1).toLowerCase(Locale.ROOT)
                : subtag.toUpperCase(Locale.ROOT);
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
