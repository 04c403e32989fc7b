package org.supplierscope.analysis;

import java.util.List;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.ingest.published.Article;

/// An insight that waits for its story.
///
/// @param article the article
/// @param suppliers as in [Insight]
/// @param groups as in [Insight]
/// @param model as in [Insight]
record Draft(Article article, List<SupplierStance> suppliers, List<GroupStance> groups, String model) {

    Insight inStory(String story) {
        return new Insight(article, suppliers, groups, story, model);
    }
}
