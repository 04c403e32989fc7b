package org.supplierscope.ingest.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.NullMarked;

/// The pages that a benchmark reads.
@NullMarked
final class BenchmarkPages {

    private static final int OWN = 40;

    private BenchmarkPages() {}

    /// The files (`.html`, `.htm`, `.html.gz`) of a folder in the order of their names, or our own pages for `own`.
    static List<byte[]> read(String pages) throws IOException {
        if (pages.equals("own")) {
            List<byte[]> own = new ArrayList<>();
            for (int i = 0; i < OWN; i++) {
                own.add(own(i).getBytes(StandardCharsets.UTF_8));
            }
            return own;
        }
        List<byte[]> bodies = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(pages))) {
            for (Path file : files.sorted().toList()) {
                String name = file.toString();
                if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".gz")) {
                    try (InputStream in = Files.newInputStream(file)) {
                        bodies.add((name.endsWith(".gz") ? new GZIPInputStream(in) : in).readAllBytes());
                    }
                }
            }
        }
        if (bodies.isEmpty()) {
            throw new IOException("there is no page in " + pages);
        }
        return bodies;
    }

    /// A page as large as real ones (60 to 200 kB), with what they consist of: styles, scripts, menus, an article,
    /// teasers, comments and a footer.
    private static String own(int number) {
        int size = 1 + number % 5;
        String menu = "<li class='nav-item menu-item'><a class='nav-link' href='/section/%d'>Section of works</a></li>";
        String teaser = "<div class='card card-teaser'><a href='/story/%d'><img src='/i.jpg' alt=''><h3>How the pumps "
                + "came back to the river</h3></a><p>A short word on pumps and spindles.</p></div>";
        String comment = "<div class='comment depth-1'><b>A reader</b><p>What about the noise at night, then?</p></div>";
        return "<!doctype html><html lang=en><head><title>Works grow, part " + number + " | The Works Courier</title>"
                + "<meta property='og:title' content='Works grow, part " + number + "'>"
                + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Works grow, part " + number
                + "\",\"datePublished\":\"2025-03-04T10:15:00+01:00\",\"author\":{\"name\":\"Ada Lindqvist\"}}</script>"
                + "<style>" + ".card{margin:0 auto;padding:1px}\n".repeat(300 * size) + "</style><script>"
                + "window.queue=window.queue||[];queue.push({slot:'top',sizes:[300,250]});\n".repeat(200 * size)
                + "</script></head><body><header class=site-header><nav><ul>" + numbered(menu, 60)
                + "</ul></nav></header><main><article class=post><h1>Works grow, part " + number + "</h1>"
                + "<div class=byline>By Ada Lindqvist</div><time datetime=2025-03-04>4 March 2025</time>"
                + "<div class='article-body'>" + Prose.paragraphs(1, 6 * size)
                + "<div class=ad-slot>Advertisement</div><p>Read more: <a href=/x>The pumps are back</a></p>"
                + Prose.paragraphs(6 * size + 1, 12 * size) + "</div></article><aside class=related>"
                + numbered(teaser, 20 * size) + "</aside><section class=comments>" + numbered(comment, 10 * size)
                + "</section></main><footer><ul>" + numbered(menu, 40) + "</ul><p>The Works Courier</p></footer></body></html>";
    }

    private static String numbered(String html, int times) {
        var all = new StringBuilder();
        for (int i = 0; i < times; i++) {
            all.append(html.replace("%d", String.valueOf(i)));
        }
        return all.toString();
    }
}
