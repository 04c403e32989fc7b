package org.supplierscope.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.dankito.readability4j.Readability4J;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.supplierscope.ingest.extract.markup.PageDecoder;

/// Pages a second, one thread: extraction beside Readability4J on the same pages, and as the floor what jsoup needs
/// to parse a page and hand out its whole text. Each call takes the next page of the set.
@NullMarked
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ExtractionBenchmark {

    /// A folder of pages, or `own` for the pages that the benchmark makes itself.
    @Param("own")
    public String pages = "own";

    private final ArticleExtractor extractor = new ArticleExtractor();
    private List<byte[]> bodies = List.of();
    private int next;

    /// Reads the pages.
    @Setup
    public void read() throws IOException {
        bodies = BenchmarkPages.read(pages);
    }

    private byte[] page() {
        next = (next + 1) % bodies.size();
        return bodies.get(next);
    }

    /// All fields of the article, the body among them.
    @Benchmark
    public ExtractedArticle extraction() {
        return extractor.extract(new PageSource(null, null, page()));
    }

    /// The peer, given the page as text by our decoder; its result's text is asked for.
    @Benchmark
    public @Nullable String readability4j() {
        return new Readability4J("http://pages.example/", PageDecoder.decode(page(), null))
                .parse()
                .getTextContent();
    }

    /// The floor: a document, and the text of its body.
    @Benchmark
    public String jsoupText() throws IOException {
        return Jsoup.parse(new ByteArrayInputStream(page()), null, "").body().text();
    }
}
