package org.supplierscope.analysis.story;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells to which story an article belongs, by what was seen before it.
///
/// An article belongs to the story of the text, of those seen before it, that shares most with it, if that is
/// most of the shorter of the two; else it begins a story of its own, named by its id. Articles are asked for
/// in one order by one task, so the answer does not depend on how many machines share the rest of the work. An
/// article that comes again keeps its story, so that a replay or a correction moves nothing.
public final class StoryBook {

    /// A copy shares at least this much of the shorter text. Cut, re-titled and agency-line copies share above
    /// 0.8,
    /// different reports of one event below 0.2; half lies between with room on both sides.
    static final double COPY = 0.5;

    /// How many of a sketch's hashes lead to it. Two texts of like length with the share [#COPY] miss each
    /// other on all 64 with a probability below 10⁻⁹; of a text r times as long as its excerpt, about 64 / r
    /// lead from the one to the other.
    private static final int LEADS = 64;

    private final Memory memory;

    /// What the book remembers; a state store in the product.
    public interface Memory {

        /// What is remembered of an article, or null.
        @Nullable
        Page page(String articleId);

        /// Remembers an article.
        void remember(String articleId, Page page);

        /// The first article with a lead, or null.
        @Nullable
        String first(long lead);

        /// Remembers the first article with a lead.
        void lead(long lead, String articleId);
    }

    /// What is remembered of one article.
    ///
    /// @param story its story
    /// @param sketch of its text
    public record Page(String story, Sketch sketch) {}

    /// @param memory survives restarts together with the position in the stream
    public StoryBook(Memory memory) {
        this.memory = memory;
    }

    /// The story of an article.
    ///
    /// @param articleId 32 hexadecimal digits
    /// @param sketch of its text
    public String story(String articleId, Sketch sketch) {
        Page known = memory.page(articleId);
        String story = known != null ? known.story() : original(sketch);
        if (story == null) {
            story = articleId;
        }
        memory.remember(articleId, new Page(story, sketch));
        for (int i = 0; i < Math.min(LEADS, sketch.hashes().length); i++) {
            if (memory.first(sketch.hashes()[i]) == null) {
                memory.lead(sketch.hashes()[i], articleId);
            }
        }
        return story;
    }

    private @Nullable String original(Sketch sketch) {
        Set<String> seen = new HashSet<>();
        String best = null;
        double most = COPY;
        for (int i = 0; i < Math.min(LEADS, sketch.hashes().length); i++) {
            String candidate = memory.first(sketch.hashes()[i]);
            if (candidate == null || !seen.add(candidate)) {
                continue;
            }
            Page page = Objects.requireNonNull(memory.page(candidate), "a lead to an article that is not remembered");
            double share = sketch.containment(page.sketch());
            if (share > most) {
                most = share;
                best = page.story();
            }
        }
        return best;
    }
}
