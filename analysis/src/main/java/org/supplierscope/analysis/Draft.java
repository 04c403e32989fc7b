package org.supplierscope.analysis;

import java.util.List;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.analysis.story.StoryBook;
import org.supplierscope.ingest.published.Article;

/// An insight that waits for its story.
///
/// @param article the article
/// @param suppliers as in [Insight]
/// @param groups as in [Insight]
/// @param model as in [Insight]
/// @param themes as in [Insight]
record Draft(
        Article article,
        List<SupplierStance> suppliers,
        List<GroupStance> groups,
        String model,
        List<NamedTheme> themes) {

    /// Drafts that waited while the program was exchanged lack their themes.
    Draft {
        themes = themes == null ? List.of() : List.copyOf(themes);
    }

    Insight at(StoryBook.Place place) {
        return new Insight(article, suppliers, groups, place.story(), model, themes, place.copyOf());
    }
}
