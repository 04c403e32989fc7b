package org.supplierscope.search.query;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.search.ExampleInsight;
import org.supplierscope.search.index.InsightIndex;
import org.supplierscope.search.query.SearchRequest.Filter;
import org.supplierscope.search.query.SearchRequest.Order;

/// A small index of examples, and short ways to ask it.
final class SearchedArticles implements AutoCloseable {

    private final InsightIndex index;
    private final ArticleSearch search;

    SearchedArticles(Path folder) throws IOException {
        index = new InsightIndex(folder);
        search = new ArticleSearch(index);
    }

    void add(ExampleInsight... examples) throws IOException {
        for (ExampleInsight example : examples) {
            index.put(example.make());
        }
        index.refresh();
    }

    ArticleSearch search() {
        return search;
    }

    SearchResult ask(String query) throws QueryException {
        return search.search(new SearchRequest(query, Filter.NONE, Order.RELEVANCE, 0, 100));
    }

    /// The numbers of the articles found, in order.
    List<Integer> find(String query) throws QueryException {
        return numbers(ask(query));
    }

    static List<Integer> numbers(SearchResult result) {
        return result.hits().stream()
                .map(SearchResult.Hit::insight)
                .map(SearchedArticles::number)
                .toList();
    }

    static int number(Insight insight) {
        return Integer.parseInt(insight.article().id(), 16);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
