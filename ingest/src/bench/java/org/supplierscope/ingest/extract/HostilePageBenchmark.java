package org.supplierscope.ingest.extract;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// P3: time for pages of a megabyte and more that are made to break parsers. Run with little heap to see that they fit.
@NullMarked
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class HostilePageBenchmark {

    /// What the page is filled with.
    @Param({"deep", "attributes", "text", "unclosed", "inline", "links", "breaks", "tables", "comments", "entities"})
    public String shape = "deep";

    /// Size of the page in megabytes.
    @Param({"1", "8"})
    public int megabytes = 1;

    private final ArticleExtractor extractor = new ArticleExtractor();
    private byte[] page = new byte[0];

    /// Makes the page.
    @Setup
    public void make() {
        int size = megabytes << 20;
        String start = "<title>Works grow</title><h1>Works grow</h1>" + Prose.paragraphs(1, 5);
        page = (start + HostileShapes.filling(shape, size)).getBytes(StandardCharsets.UTF_8);
    }

    /// The article of the page.
    @Benchmark
    public ExtractedArticle extraction() {
        return extractor.extract(new PageSource(null, null, page));
    }
}
