package org.supplierscope.analysis.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A story book's memory for one run, lost at its end.
public final class MapMemory implements StoryBook.Memory {

    private final Map<String, StoryBook.Page> pages = new HashMap<>();
    private final Map<Long, String> leads = new HashMap<>();
    private final Map<Integer, List<String>> terms = new HashMap<>();
    private final Map<String, StoryBook.Telling> tellings = new HashMap<>();

    @Override
    public StoryBook.@Nullable Page page(String articleId) {
        return pages.get(articleId);
    }

    @Override
    public void remember(String articleId, StoryBook.Page page) {
        pages.put(articleId, page);
    }

    @Override
    public @Nullable String first(long lead) {
        return leads.get(lead);
    }

    @Override
    public void lead(long lead, String articleId) {
        leads.put(lead, articleId);
    }

    @Override
    public @Nullable List<String> stories(int term) {
        return terms.get(term);
    }

    @Override
    public void stories(int term, List<String> stories) {
        terms.put(term, stories);
    }

    @Override
    public StoryBook.@Nullable Telling telling(String story) {
        return tellings.get(story);
    }

    @Override
    public void tell(String story, StoryBook.Telling telling) {
        tellings.put(story, telling);
    }
}
