package org.supplierscope.analysis.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells to which story an article belongs, by what was seen before it.
///
/// A copy of an earlier text belongs to that text's story. Any other article belongs to the story
/// whose articles most likely tell of the same event, if that is likely enough; else it begins a
/// story of its own, named by its id. Articles are asked for in one order by one task, so the
/// answer does not depend on how many machines share the rest of the work. An article that comes
/// again keeps its answer, so that a replay or a correction moves nothing.
public final class StoryBook {

    /// A copy shares at least this much of the shorter text. Cut, re-titled and agency-line
    /// copies share above 0.8, different reports of one event below 0.2; half lies between with
    /// room on both sides.
    static final double COPY = 0.5;

    /// An article joins a story from here on; see the figures in the quality page.
    static final double SAME_STORY = 0.5;

    /// How many of a sketch's hashes lead to it. Two texts of like length with the share [#COPY]
    /// miss each other on all 64 with a probability below 10⁻⁹; of a text r times as long as its
    /// excerpt, about 64 / r lead from the one to the other.
    private static final int LEADS = 64;

    /// By how many of its heaviest terms an article is found.
    private static final int TERMS = 24;
    /// How many stories a term leads to, the latest.
    private static final int STORIES_OF_A_TERM = 16;
    /// How many stories are looked at closely.
    private static final int CANDIDATES = 10;
    /// How many articles stand for a story: its first ones and its latest.
    private static final int FIRST = 4;

    private static final int MEMBERS = 16;

    /// How many articles are kept at hand, those asked for last: some 16 MB. News is compared with news of the
    /// same days, and reading an article again from a store costs more than comparing it.
    private static final int RECENT = 4_096;

    private final StoryMemory memory;
    private final EventWeights weights;
    private final Map<String, Page> recent = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Page> eldest) {
            return size() > RECENT;
        }
    };

    /// The book's answer.
    ///
    /// @param story the id of the story's first article
    /// @param copyOf the article whose text this one copies; null when it copies none that was
    /// seen before
    public record Place(String story, @Nullable String copyOf) {}

    /// What is remembered of one article.
    public record Page(Place place, Fingerprint fingerprint) {}

    /// What is remembered of a story; copies do not count.
    ///
    /// @param members articles that stand for it, at most [#MEMBERS]
    /// @param size how many articles tell it
    /// @param cohesion sum of the likelihoods of all pairs of its articles, each with itself
    /// included
    public record Telling(List<String> members, int size, double cohesion) {

        /// Copies the list.
        public Telling {
            members = List.copyOf(members);
        }

        Telling and(String articleId, double sumWithOthers) {
            List<String> all = new ArrayList<>(members);
            if (all.size() == MEMBERS) {
                all.remove(FIRST);
            }
            all.add(articleId);
            return new Telling(all, size + 1, cohesion + 2 * sumWithOthers + 1);
        }
    }

    /// How well an article fits a story.
    ///
    /// @param value from 0 to about 1
    /// @param sum of the likelihoods with each article of the story
    private record Fit(String story, double value, double sum) {}

    /// @param memory survives restarts together with the position in the stream
    public StoryBook(StoryMemory memory) {
        this(memory, EventWeights.shipped());
    }

    /// @param memory survives restarts together with the position in the stream
    /// @param weights by which articles of one event are told
    StoryBook(StoryMemory memory, EventWeights weights) {
        this.weights = weights;
        this.memory = memory;
    }

    /// The place of an article.
    ///
    /// @param articleId 32 hexadecimal digits
    public Place place(String articleId, Fingerprint fingerprint) {
        Page known = memory.pages().get(articleId);
        Map<Long, @Nullable String> leads = leads(fingerprint.sketch());
        Place place = known == null ? newPlace(articleId, fingerprint, leads.values()) : known.place();
        var page = new Page(place, fingerprint);
        memory.pages().put(articleId, page);
        recent.put(articleId, page);
        leads.forEach((lead, first) -> {
            if (first == null) {
                memory.leads().put(lead, articleId);
            }
        });
        return place;
    }

    /// The first article of each of a sketch's leads, if there is one.
    private Map<Long, @Nullable String> leads(Sketch sketch) {
        Map<Long, @Nullable String> leads = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(LEADS, sketch.hashes().length); i++) {
            leads.put(sketch.hashes()[i], memory.leads().get(sketch.hashes()[i]));
        }
        return leads;
    }

    private Place newPlace(String articleId, Fingerprint fingerprint, Collection<@Nullable String> leads) {
        String original = original(fingerprint, leads);
        if (original != null) {
            return new Place(page(original).place().story(), original);
        }
        List<Integer> terms = fingerprint.gist().heaviest(TERMS);
        var sameEvent = new SameEvent(weights, fingerprint.gist());
        Fit best = new Fit(articleId, SAME_STORY, 0);
        for (String story : candidates(fingerprint.gist(), terms)) {
            Fit fit = fit(story, fingerprint, sameEvent);
            best = fit.value() > best.value() ? fit : best;
        }
        String story = best.story();
        Telling known = memory.tellings().get(story);
        Telling telling = known == null ? new Telling(List.of(), 0, 0) : known;
        memory.tellings().put(story, telling.and(articleId, best.sum()));
        index(story, fingerprint.gist(), terms);
        return new Place(story, null);
    }

    private Page page(String articleId) {
        Page page = recent.get(articleId);
        if (page == null) {
            page = Objects.requireNonNull(memory.pages().get(articleId), "a lead to an article that is not remembered");
            recent.put(articleId, page);
        }
        return page;
    }

    /// The article whose text this one copies.
    private @Nullable String original(Fingerprint fingerprint, Collection<@Nullable String> leads) {
        Set<String> seen = new HashSet<>();
        String best = null;
        double most = COPY;
        for (String candidate : leads) {
            if (candidate == null || !seen.add(candidate)) {
                continue;
            }
            Fingerprint other = page(candidate).fingerprint();
            double share = fingerprint.sketch().containment(other.sketch());
            if (share > most && !SameEvent.figuresDiffer(fingerprint.gist(), other.gist())) {
                most = share;
                best = candidate;
            }
        }
        return best;
    }

    /// The stories that share the most weight of an article's heaviest terms.
    private List<String> candidates(Gist gist, List<Integer> terms) {
        Map<String, Double> shared = new LinkedHashMap<>();
        for (int at : terms) {
            List<String> stories = memory.terms().get(gist.terms()[at]);
            if (stories != null) {
                stories.forEach(story -> shared.merge(story, SameEvent.load(gist, at), Double::sum));
            }
        }
        return shared.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(CANDIDATES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Half the likeliest article, half all of them; the latter against how like each other these
    /// are, since a loose story asks less of a newcomer than a close one.
    private Fit fit(String story, Fingerprint fingerprint, SameEvent sameEvent) {
        Telling telling =
                Objects.requireNonNull(memory.tellings().get(story), "a term of a story that is not remembered");
        double most = 0;
        double sum = 0;
        for (String member : telling.members()) {
            Fingerprint other = page(member).fingerprint();
            if (otherEdition(fingerprint, other)) {
                return new Fit(story, 0, 0);
            }
            double likelihood = sameEvent.likelihood(other.gist(), fingerprint.daysApart(other));
            most = Math.max(most, likelihood);
            sum += likelihood;
        }
        sum *= (double) telling.size() / telling.members().size();
        return new Fit(story, 0.5 * most + 0.5 * sum / Math.sqrt(telling.cohesion()), sum);
    }

    /// Whether two texts share most of their words but give other figures, as the reports of two months do:
    /// then neither is the other's copy, nor do they tell of one event.
    private static boolean otherEdition(Fingerprint one, Fingerprint other) {
        return one.sketch().containment(other.sketch()) > COPY && SameEvent.figuresDiffer(one.gist(), other.gist());
    }

    private void index(String story, Gist gist, List<Integer> terms) {
        for (int at : terms) {
            int term = gist.terms()[at];
            List<String> known = memory.terms().get(term);
            List<String> stories = known == null ? new ArrayList<>() : new ArrayList<>(known);
            if (!stories.contains(story)) {
                if (stories.size() == STORIES_OF_A_TERM) {
                    stories.removeFirst();
                }
                stories.add(story);
                memory.terms().put(term, stories);
            }
        }
    }
}
