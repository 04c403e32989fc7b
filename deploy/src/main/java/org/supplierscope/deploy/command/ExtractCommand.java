package org.supplierscope.deploy.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.extract.ArticleExtractor;
import org.supplierscope.ingest.extract.ExtractedArticle;
import org.supplierscope.ingest.extract.PageSource;
import org.supplierscope.ingest.fetch.AddressGuard;
import org.supplierscope.ingest.fetch.FetchOutcome;
import org.supplierscope.ingest.fetch.FetchSettings;
import org.supplierscope.ingest.fetch.Fetcher;
import org.supplierscope.ingest.published.PageVerdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Articles of pages.
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Extract the article of each page and print it as a JSON line.",
            "Its keys are id, url, canonicalUrl, title, byline, published, updated, language, siteName, image, section,",
            "tags, text, cut (characters left out), verdict (ARTICLE, NOT_AN_ARTICLE, PAYWALL_STUB, CONSENT_WALL or",
            "ERROR_PAGE), verdictReason and origins (where each field was found)."
        })
final class ExtractCommand implements Callable<Integer> {

    private static final int MAX_PAGE_BYTES = 64 * 1024 * 1024;
    private static final int MAX_HOPS = 10;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|URL|DIR",
            description = "Files (.html, .html.gz), folders of them, web addresses, or - for JSON lines"
                    + " {\"id\",\"url\",\"html\"} from standard input.")
    private List<String> inputs = List.of();

    @Option(
            names = "--urls",
            paramLabel = "FILE",
            description = "Tells the pages' addresses: lines of id (file name without extension), tab, address.")
    private @Nullable Path urls;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    private final ArticleExtractor extractor = new ArticleExtractor();
    private final Map<String, String> addresses = new HashMap<>();

    /// A line of input.
    record Html(
            @Nullable String id,
            @Nullable String url,
            @Nullable String html) {}

    /// A line of output.
    record Extracted(
            String id,
            @Nullable String url,
            @Nullable String canonicalUrl,
            @Nullable String title,
            @Nullable String byline,
            @Nullable String published,
            @Nullable String updated,
            @Nullable String language,
            @Nullable String siteName,
            @Nullable String image,
            @Nullable String section,
            List<String> tags,
            String text,
            @Nullable Integer cut,
            PageVerdict verdict,
            String verdictReason,
            Map<String, String> origins) {}

    @Override
    public Integer call() throws IOException {
        var lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        if (urls != null) {
            readAddresses(urls, lines);
        }
        for (String input : inputs) {
            if (input.equals("-")) {
                lines.read(System.in, "standard input", Html.class, html -> html(html, lines));
            } else if (input.startsWith("http://") || input.startsWith("https://")) {
                fetch(input, lines);
            } else if (Files.isDirectory(Path.of(input))) {
                folder(Path.of(input), lines);
            } else {
                file(Path.of(input), lines);
            }
        }
        return lines.exitCode();
    }

    private void readAddresses(Path file, JsonLines lines) {
        try {
            List<String> read = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = 0; i < read.size(); i++) {
                String[] parts = read.get(i).split("\t", 2);
                if (parts.length == 2) {
                    addresses.put(parts[0].strip(), parts[1].strip());
                } else if (!read.get(i).isBlank()) {
                    lines.problem(file + ", line " + (i + 1) + ": expected an id, a tab and an address");
                }
            }
        } catch (IOException e) {
            lines.problem(file + ": the addresses cannot be read: " + e.getMessage());
        }
    }

    private void html(Html html, JsonLines lines) throws IOException {
        if (html.id() == null || html.html() == null) {
            throw new IOException("the keys 'id' and 'html' are needed");
        }
        String url = html.url() == null ? addresses.get(html.id()) : html.url();
        byte[] body = html.html().getBytes(StandardCharsets.UTF_8);
        lines.print(extracted(html.id(), url, "text/html; charset=utf-8", body));
    }

    private void folder(Path folder, JsonLines lines) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".html.gz")) {
                    file(file, lines);
                }
            }
        }
    }

    private void file(Path file, JsonLines lines) {
        String name = String.valueOf(file.getFileName());
        String id = name.replaceFirst("\\.gz$", "").replaceFirst("\\.html?$", "");
        try (InputStream in = Files.newInputStream(file);
                InputStream html = name.endsWith(".gz") ? new GZIPInputStream(in) : in) {
            byte[] body = html.readNBytes(MAX_PAGE_BYTES + 1);
            if (body.length > MAX_PAGE_BYTES) {
                lines.problem(file + ": larger than " + MAX_PAGE_BYTES + " bytes; left out");
            } else {
                lines.print(extracted(id, addresses.get(id), null, body));
            }
        } catch (NoSuchFileException e) {
            lines.problem(file + ": there is no such file");
        } catch (IOException e) {
            lines.problem(file + ": cannot be read: " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private void fetch(String address, JsonLines lines) throws IOException {
        CanonicalAddress parsed = CanonicalAddress.parse(address);
        if (parsed == null) {
            lines.problem(address + ": not a web address");
            return;
        }
        var settings = new FetchSettings(
                "https://github.com/supplierscope/supplierscope", Duration.ofSeconds(20), MAX_PAGE_BYTES);
        try (var fetcher = new Fetcher(settings, new AddressGuard(Set.of()))) {
            FetchOutcome outcome = fetcher.fetch(parsed.uri(), Map.of());
            for (int hop = 0; hop < MAX_HOPS && outcome instanceof FetchOutcome.Redirected moved; hop++) {
                outcome = fetcher.fetch(moved.target(), Map.of());
            }
            switch (outcome) {
                case FetchOutcome.Fetched page ->
                    lines.print(extracted(address, page.url().toString(), page.header("Content-Type"), page.body()));
                case FetchOutcome.NotModified _ -> lines.problem(address + ": the server sent nothing");
                case FetchOutcome.Redirected _ -> lines.problem(address + ": more than " + MAX_HOPS + " redirects");
                case FetchOutcome.Refused refused -> lines.problem(address + ": " + refused.reason());
                case FetchOutcome.Failed failed -> lines.problem(address + ": " + failed.reason());
            }
        }
    }

    private Extracted extracted(String id, @Nullable String url, @Nullable String contentType, byte[] body) {
        CanonicalAddress address = url == null ? null : CanonicalAddress.parse(url);
        URI uri = address == null ? null : address.uri();
        ExtractedArticle article = extractor.extract(new PageSource(uri, contentType, body));
        return new Extracted(
                id,
                url,
                article.canonicalUrl() == null ? null : article.canonicalUrl().toString(),
                article.title(),
                article.byline(),
                article.published(),
                article.updated(),
                article.language(),
                article.siteName(),
                article.image() == null ? null : article.image().toString(),
                article.section(),
                article.tags(),
                article.text(),
                article.cut(),
                article.verdict(),
                article.verdictReason(),
                article.origins());
    }
}
