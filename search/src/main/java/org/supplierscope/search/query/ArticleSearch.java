package org.supplierscope.search.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
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
        Query query = new TermQuery(new Term(Schema.ID, id));
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
        if (request.supplier() != null && request.stance() != null) {
            // Both of the same supplier: an article may tell different things of two.
            String both = Schema.supplierStance(request.supplier(), request.stance());
            all.add(new TermQuery(new Term(Schema.SUPPLIER_STANCE, both)), Occur.FILTER);
        } else if (request.supplier() != null) {
            all.add(new TermQuery(new Term(Schema.SUPPLIER, request.supplier())), Occur.FILTER);
        } else if (request.stance() != null) {
            all.add(new TermQuery(new Term(Schema.STANCE, request.stance().name())), Occur.FILTER);
        }
        return all.build();
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
        return new SearchResult(top.totalHits.value(), List.copyOf(hits), counts.suppliers(), counts.stances());
    }

    private static SearchResult.Hit hit(IndexSearcher searcher, ScoreDoc found, Query asked) throws IOException {
        Insight insight = InsightDocument.insight(searcher.storedFields().document(found.doc));
        Query story = new TermQuery(new Term(Schema.STORY, insight.story()));
        int inStory = searcher.count(new BooleanQuery.Builder()
                .add(story, Occur.FILTER)
                .add(NEWS, Occur.FILTER)
                .build());
        String highlight = Highlight.of(asked, insight.article().text());
        return new SearchResult.Hit(insight, highlight, Math.max(0, inStory - 1));
    }
}
