package org.supplierscope.deploy.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.supplierscope.analysis.catalogue.Catalogue;
import org.supplierscope.analysis.embedding.Encoders;
import org.supplierscope.analysis.mention.FoldedText;
import org.supplierscope.analysis.mention.MentionFinder;
import org.supplierscope.analysis.published.AnalysisTopics;
import org.supplierscope.analysis.published.Insight;
import org.supplierscope.analysis.stance.Passage;
import org.supplierscope.analysis.stance.Reading;
import org.supplierscope.analysis.stance.StanceModel;
import org.supplierscope.analysis.stance.StanceReader;
import org.supplierscope.analysis.story.Fingerprint;
import org.supplierscope.ingest.published.Article;
import org.supplierscope.ingest.published.IngestTopics;

/// How long the analysis of an article takes on one core, step by step, by the classes that the
/// pipeline runs; Kafka, the stores and the one task that names stories are left out, see
/// [AnalysisSoak] for the whole stage.
public final class AnalysisBench {

    private static final int SUPPLIERS = 3;

    private final int words;
    private final int rounds;
    private final PrintWriter out;
    private final List<Article> articles;
    private final Optional<Encoders> encoders;
    private final StanceReader reader;
    private final StanceReader byWords;
    private final MentionFinder finder;
    private final MentionFinder themes;
    private int sink;

    /// A step, done once for each article in a round.
    private interface Step {
        /// @return anything that depends on the work, so that it cannot be left out
        int of(int article);
    }

    /// What a step costs.
    ///
    /// @param nanos an article, median of the rounds
    /// @param bytes allocated an article, median of the rounds
    private record Cost(double nanos, double bytes) {

        Cost less(Cost other) {
            return new Cost(Math.max(0, nanos - other.nanos), Math.max(0, bytes - other.bytes));
        }
    }

    /// @param articles how many different ones are read in a round
    /// @param words of each, about; each names three suppliers
    /// @param rounds that count, after half as many that do not
    /// @param seed fixes the articles
    /// @param wordsOnly whether sentences are not encoded
    /// @param out gets the table
    public AnalysisBench(int articles, int words, int rounds, long seed, boolean wordsOnly, PrintWriter out) {
        this.words = words;
        this.rounds = rounds;
        this.out = out;
        var news = new RecordedNews(seed);
        this.articles = IntStream.range(0, articles)
                .mapToObj(number -> news.article(number, words, SUPPLIERS))
                .toList();
        Catalogue catalogue = Catalogue.shipped();
        this.encoders = wordsOnly ? Optional.empty() : Encoders.shipped();
        this.reader = new StanceReader(catalogue, StanceModel.shipped(), encoders);
        this.byWords = StanceReader.byWords(catalogue);
        this.finder = MentionFinder.ofSuppliers(catalogue);
        this.themes = MentionFinder.ofThemes(catalogue);
    }

    /// Measures and prints.
    public void run() {
        List<byte[]> records = articles.stream().map(AnalysisBench::json).toList();
        List<Passage> passages = articles.stream().map(AnalysisBench::passage).toList();
        List<Insight> insights = IntStream.range(0, articles.size())
                .mapToObj(i -> insight(articles.get(i), reader.read(passages.get(i))))
                .toList();
        List<byte[]> drafts = insights.stream().map(AnalysisBench::json).toList();
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("article from JSON", i -> article(records.get(i)).revision());
        steps.put("finding suppliers", i -> finder.find(folded(passages.get(i))).size());
        steps.put("finding themes", i -> themes.find(folded(passages.get(i))).size());
        steps.put(
                "reading by words",
                i -> byWords.read(passages.get(i)).suppliers().size());
        if (encoders.isPresent()) {
            steps.put("reading", i -> reader.read(passages.get(i)).suppliers().size());
        }
        steps.put(
                "fingerprint for the story",
                i -> fingerprint(articles.get(i)).sketch().hashes().length);
        steps.put("draft and insight to JSON", i -> json(insights.get(i)).length + json(insights.get(i)).length);
        steps.put("draft from JSON", i -> insight(drafts.get(i)).story().length());
        Map<String, Cost> costs = new LinkedHashMap<>();
        steps.forEach((name, step) -> costs.put(name, cost(step)));
        print(costs);
    }

    private void print(Map<String, Cost> costs) {
        Map<String, Cost> shown = new LinkedHashMap<>();
        Cost none = new Cost(0, 0);
        Cost suppliers = costs.getOrDefault("finding suppliers", none);
        Cost named = costs.getOrDefault("finding themes", none);
        Cost wording = costs.getOrDefault("reading by words", none);
        // A reader finds suppliers and themes itself, and words before it looks at meaning; so what
        // is left is the rest of it.
        costs.forEach((name, cost) -> {
            switch (name) {
                case "reading by words" ->
                    shown.put(
                            "sentences, grammar and stance",
                            cost.less(suppliers).less(named));
                case "reading" -> shown.put("meaning of sentences", cost.less(wording));
                default -> shown.put(name, cost);
            }
        });
        double all = shown.values().stream().mapToDouble(Cost::nanos).sum();
        double bytes = shown.values().stream().mapToDouble(Cost::bytes).sum();
        out.printf(
                Locale.ROOT,
                "%d articles of about %d words that name %d suppliers, one thread, medians of %d rounds, reader %s%n%n",
                articles.size(),
                words,
                SUPPLIERS,
                rounds,
                reader.model());
        out.println("| step | µs an article | share | kB allocated |");
        out.println("|---|---:|---:|---:|");
        shown.forEach((name, cost) -> row(name, cost, all));
        row("all", new Cost(all, bytes), all);
        out.printf(Locale.ROOT, "%n%.1f articles a second on one core%n", 1e9 / all);
        encoders.ifPresent(each -> {
            long before = each.encoded();
            articles.forEach(article -> reader.read(passage(article)));
            out.printf(
                    Locale.ROOT,
                    "%.1f sentences encoded an article%n",
                    (double) (each.encoded() - before) / articles.size());
        });
        out.printf(
                Locale.ROOT,
                "%.0f MB of heap in use after a collection, with the catalogue, the reader and the articles; result %d%n",
                heapMegabytes(),
                sink);
        out.flush();
    }

    private void row(String name, Cost cost, double all) {
        out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f %% | %.0f |%n",
                name,
                cost.nanos() / 1000,
                100 * cost.nanos() / all,
                cost.bytes() / 1000);
    }

    private Cost cost(Step step) {
        List<Double> nanos = new ArrayList<>();
        List<Double> bytes = new ArrayList<>();
        int warming = Math.max(1, rounds / 2);
        for (int round = 0; round < warming + rounds; round++) {
            long allocated = allocated();
            long begun = System.nanoTime();
            for (int i = 0; i < articles.size(); i++) {
                sink += step.of(i);
            }
            if (round >= warming) {
                nanos.add((double) (System.nanoTime() - begun) / articles.size());
                bytes.add((double) (allocated() - allocated) / articles.size());
            }
        }
        return new Cost(Median.of(nanos), Median.of(bytes));
    }

    private static long allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }

    private static double heapMegabytes() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }

    private static Fingerprint fingerprint(Article article) {
        return Fingerprint.of(article.title(), article.text(), article.eventTime());
    }

    private static FoldedText folded(Passage passage) {
        return new FoldedText(passage.title() + "\n" + passage.text());
    }

    private static Passage passage(Article article) {
        return new Passage(article.title(), article.text(), article.language());
    }

    private Insight insight(Article article, Reading reading) {
        return new Insight(
                article, reading.suppliers(), reading.groups(), article.id(), reader.model(), reading.themes());
    }

    private static Article article(byte[] json) {
        return IngestTopics.ARTICLES.value().deserializer().deserialize("", json);
    }

    private static Insight insight(byte[] json) {
        return AnalysisTopics.INSIGHTS.value().deserializer().deserialize("", json);
    }

    private static byte[] json(Article article) {
        return IngestTopics.ARTICLES.value().serializer().serialize("", article);
    }

    private static byte[] json(Insight insight) {
        return AnalysisTopics.INSIGHTS.value().serializer().serialize("", insight);
    }
}
