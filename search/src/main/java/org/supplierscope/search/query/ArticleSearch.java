package org.supplierscope.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.PageVerdict;
import org.supplierscope.search.index.InsightDocument;
import org.supplierscope.search.index.InsightIndex;
import org.supplierscope.search.index.Schema;

/// Answers requests from the index. Thread-safe.
public final class ArticleSearch {

    private static final Sort NEWEST =
            new Sort(new SortField(Schema.PUBLISHED, SortField.Type.LONG, true), SortField.FIELD_DOC);
    private static final Sort RELEVANCE = new Sort(
            SortField.FIELD_SCORE, new SortField(Schema.PUBLISHED, SortField.Type.LONG, true), SortField.FIELD_DOC);

    /// What a reader looks for: articles, and what there is of paid ones.
    private static final Query NEWS = new TermInSetQuery(
            Schema.VERDICT,
            List.of(new BytesRef(PageVerdict.ARTICLE.name()), new BytesRef(PageVerdict.PAYWALL_STUB.name())));

    private final InsightIndex index;

    /// @param index what is searched
    public ArticleSearch(InsightIndex index) {
        this.index = index;
    }

    /// Runs a request.
    ///
    /// @throws QueryException when its query cannot be understood
    public SearchResult search(SearchRequest request) throws QueryException {
        Clause clause = QueryParser.parse(request.query());
        Query asked = QueryCompiler.compile(clause);
        Query filtered = filtered(asked, request, asksForVerdict(clause));
        return index.search(searcher -> search(searcher, request, asked, filtered));
    }

    /// One article by its id, or null when there is none.
    public SearchResult.@Nullable Hit article(String id) {
        Query query = term(Schema.ID, id);
        return index.search(searcher -> {
            var top = searcher.search(query, 1);
            return top.scoreDocs.length == 0 ? null : hit(searcher, top.scoreDocs[0], new MatchAllDocsQuery());
        });
    }

    /// Whether verdicts stand anywhere in the query; its depth is bounded by the parser.
    private static boolean asksForVerdict(Clause clause) {
        return switch (clause) {
            case Clause.Property(Clause.Field field, String _) -> field == Clause.Field.VERDICT;
            case Clause.Starting(Clause.Field field, String _) -> field == Clause.Field.VERDICT;
            case Clause.And(List<Clause> parts) -> parts.stream().anyMatch(ArticleSearch::asksForVerdict);
            case Clause.Or(List<Clause> parts) -> parts.stream().anyMatch(ArticleSearch::asksForVerdict);
            case Clause.Not(Clause part) -> asksForVerdict(part);
            case Clause.All _, Clause.Word _, Clause.Phrase _, Clause.Prefix _, Clause.Published _ -> false;
        };
    }

    private static Query filtered(Query asked, SearchRequest request, boolean allVerdicts) {
        var all = new BooleanQuery.Builder().add(asked, Occur.MUST);
        if (!allVerdicts) {
            all.add(NEWS, Occur.FILTER);
        }
        SearchRequest.Filter filter = request.filter();
        if (filter.supplier() != null && filter.stance() != null) {
            // Both of the same supplier: an article may tell different things of two.
            all.add(
                    term(Schema.SUPPLIER_STANCE, Schema.supplierStance(filter.supplier(), filter.stance())),
                    Occur.FILTER);
        } else if (filter.supplier() != null) {
            all.add(term(Schema.SUPPLIER, filter.supplier()), Occur.FILTER);
        } else if (filter.stance() != null) {
            all.add(term(Schema.STANCE, filter.stance().name()), Occur.FILTER);
        }
        if (filter.about()) {
            all.add(
                    filter.supplier() == null
                            ? new FieldExistsQuery(Schema.ABOUT)
                            : term(Schema.ABOUT, filter.supplier()),
                    Occur.FILTER);
        }
        if (filter.theme() != null) {
            all.add(term(Schema.THEME, filter.theme()), Occur.FILTER);
        }
        if (filter.copies() != null) {
            var copies = new FieldExistsQuery(Schema.COPY_OF);
            all.add(copies, filter.copies() == SearchRequest.Copies.ONLY ? Occur.FILTER : Occur.MUST_NOT);
        }
        return all.build();
    }

    private static Query term(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static SearchResult search(IndexSearcher searcher, SearchRequest request, Query asked, Query filtered)
            throws IOException {
        boolean newest = request.order() == SearchRequest.Order.NEWEST || asked instanceof MatchAllDocsQuery;
        int depth = Math.max(1, request.offset() + request.limit());
        var top = searcher.search(
                filtered, new TopFieldCollectorManager(newest ? NEWEST : RELEVANCE, depth, null, Integer.MAX_VALUE));
        List<SearchResult.Hit> hits = new ArrayList<>();
        for (int i = request.offset(); i < Math.min(top.scoreDocs.length, depth) && request.limit() > 0; i++) {
            hits.add(hit(searcher, top.scoreDocs[i], asked));
        }
        var counts = searcher.search(filtered, new Counting.Joining());
        return new SearchResult(top.totalHits.value(), List.copyOf(hits), counts);
    }

    private static SearchResult.Hit hit(IndexSearcher searcher, ScoreDoc found, Query asked) throws IOException {
        Insight insight = InsightDocument.insight(searcher.storedFields().document(found.doc));
        int inStory = news(searcher, term(Schema.STORY, insight.story()));
        return new SearchResult.Hit(
                insight,
                Highlight.of(asked, insight.article().text()),
                Math.max(0, inStory - 1),
                news(searcher, term(Schema.COPY_OF, insight.article().id())),
                insight.copyOf() == null ? null : original(searcher, insight.copyOf()));
    }

    /// How many of them are news.
    private static int news(IndexSearcher searcher, Query query) throws IOException {
        return searcher.count(new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(NEWS, Occur.FILTER)
                .build());
    }

    private static @Nullable Article original(IndexSearcher searcher, String id) throws IOException {
        var top = searcher.search(term(Schema.ID, id), 1);
        return top.scoreDocs.length == 0
                ? null
                : InsightDocument.insight(searcher.storedFields().document(top.scoreDocs[0].doc))
                        .article();
    }
}
