package org.supplierscope.search;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Evidence;
import org.supplierscope.analysis.published.GroupStance;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.published.NamedTheme;
import org.supplierscope.analysis.published.Prominence;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.analysis.published.SupplierStance;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.PageVerdict;

/// An insight to be made step by step; what is not said is plain.
public final class ExampleInsight {

    private final String id;
    private int revision = 1;
    private String title = "Untitled";
    private String text = "";
    private String sourceId = "example-news";
    private String source = "Example News";
    private @Nullable String published = "2026-03-05";
    private @Nullable String language = "en";
    private String story;
    private @Nullable PageVerdict verdict;
    private final List<SupplierStance> suppliers = new ArrayList<>();
    private final List<GroupStance> groups = new ArrayList<>();
    private final List<NamedTheme> themes = new ArrayList<>();
    private @Nullable String copyOf;

    private ExampleInsight(int number) {
        this.id = id(number);
        this.story = id;
    }

    /// The id of the article of this number.
    public static String id(int number) {
        return String.format(Locale.ROOT, "%032x", number);
    }

    public static ExampleInsight of(int number) {
        return new ExampleInsight(number);
    }

    public ExampleInsight revision(int revision) {
        this.revision = revision;
        return this;
    }

    public ExampleInsight title(String title) {
        this.title = title;
        return this;
    }

    public ExampleInsight text(String text) {
        this.text = text;
        return this;
    }

    public ExampleInsight source(String sourceId, String source) {
        this.sourceId = sourceId;
        this.source = source;
        return this;
    }

    public ExampleInsight published(@Nullable String published) {
        this.published = published;
        return this;
    }

    public ExampleInsight language(@Nullable String language) {
        this.language = language;
        return this;
    }

    public ExampleInsight story(String story) {
        this.story = story;
        return this;
    }

    /// Names a supplier; its evidence is the sentence, or a made-up one when none is given.
    public ExampleInsight supplier(String supplier, String name, Stance stance, String... sentences) {
        suppliers.add(new SupplierStance(supplier, name, stance, 0, 0.5, evidence(stance, sentences)));
        return this;
    }

    /// The same, of one that the article only names.
    public ExampleInsight onlyNamed(String supplier, String name, Stance stance, String... sentences) {
        suppliers.add(
                new SupplierStance(supplier, name, stance, 0, 0.5, evidence(stance, sentences), Prominence.NAMED));
        return this;
    }

    public ExampleInsight theme(String theme, String name) {
        themes.add(new NamedTheme(theme, name));
        return this;
    }

    public ExampleInsight copyOf(@Nullable String copyOf) {
        this.copyOf = copyOf;
        return this;
    }

    public ExampleInsight group(String name, Stance stance, String... sentences) {
        groups.add(new GroupStance(name, stance, evidence(stance, sentences)));
        return this;
    }

    private static List<Evidence> evidence(Stance stance, String... sentences) {
        if (stance == Stance.NONE) {
            return List.of();
        }
        Stance side = stance == Stance.MIXED ? Stance.PRECISION : stance;
        List<Evidence> evidence = new ArrayList<>();
        for (String sentence : sentences.length == 0 ? new String[] {"It is so."} : sentences) {
            evidence.add(new Evidence(sentence, side, "so"));
        }
        return evidence;
    }

    /// What the page is; without it, the article is one of before there were verdicts.
    public ExampleInsight verdict(PageVerdict verdict) {
        this.verdict = verdict;
        return this;
    }

    public Insight make() {
        var url = URI.create("https://news.example/" + id);
        var article = new Article(
                id,
                revision,
                id(1_000_000 + revision),
                url,
                url,
                sourceId,
                source,
                title,
                null,
                published,
                Instant.parse("2026-03-06T00:00:00Z"),
                language,
                null,
                text);
        if (verdict != null) {
            article = article.withVerdict(verdict, "made so");
        }
        return new Insight(article, suppliers, groups, story, "rules-1", themes, copyOf);
    }
}
