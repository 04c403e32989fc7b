package org.supplierscope.deploy.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.feed.FeedChannel;
import org.supplierscope.ingest.feed.FeedItem;
import org.supplierscope.ingest.feed.FeedReader;
import org.supplierscope.ingest.feed.FeedReading;
import org.supplierscope.ingest.feed.FeedResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// What the reader of feeds makes of files.
@Command(
        name = "feed",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Read feeds and print what was made of each as a JSON line.",
            "Its keys are file, encoding, feed, entries, and left when entries were left out; or error."
        })
final class LabFeedCommand implements Callable<Integer> {

    private static final int MAX_FEED_BYTES = 64 * 1024 * 1024;
    private static final URI UNKNOWN = URI.create("http://localhost/");

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Feeds, or folders of nothing else.")
    private List<String> inputs = List.of();

    @Option(
            names = "--requests",
            paramLabel = "FILE",
            description = "Tells how each file was received: JSON lines {\"file\",\"uri\",\"headers\":{}}.")
    private @Nullable Path requests;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    private final Map<String, FeedResponse> responses = new HashMap<>();

    /// A line of the requests.
    record Request(
            @Nullable String file,
            @Nullable String uri,
            @Nullable Map<String, String> headers) {}

    /// A line of output.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Read(
            String file,
            @Nullable String error,
            @Nullable String encoding,
            @Nullable Channel feed,
            @Nullable List<Item> entries,
            @Nullable Integer left) {}

    /// What a feed says about itself, by the names of the output.
    record Channel(
            @Nullable String title,
            @Nullable URI link,
            @Nullable String guid,
            @Nullable String feedDescription,
            @Nullable String author,
            @Nullable String language,
            @Nullable String published,
            @Nullable String updated) {}

    /// What a feed lists, by the names of the output.
    record Item(
            @Nullable String title,
            @Nullable URI link,
            @Nullable String guid,
            @Nullable String published,
            @Nullable String updated,
            @Nullable String author,
            @Nullable String content,
            @Nullable String language) {}

    @Override
    public Integer call() throws IOException {
        var lines =
                new JsonLines(spec.commandLine().getOut(), spec.commandLine().getErr());
        if (requests != null) {
            try (InputStream in = Files.newInputStream(requests)) {
                lines.read(in, requests.toString(), Request.class, this::remember);
            } catch (NoSuchFileException e) {
                lines.problem(requests + ": there is no such file");
            }
        }
        for (String input : inputs) {
            Path path = Path.of(input);
            if (Files.isDirectory(path)) {
                folder(path, lines);
            } else {
                file(path, String.valueOf(path.getFileName()), lines);
            }
        }
        return lines.exitCode();
    }

    private void remember(Request request) throws IOException {
        if (request.file() == null || request.uri() == null) {
            throw new IOException("the keys 'file' and 'uri' are needed");
        }
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.headers() == null ? Map.of() : request.headers());
        try {
            responses.put(request.file(), FeedResponse.of(URI.create(request.uri()), headers::get));
        } catch (IllegalArgumentException e) {
            throw new IOException("not an address: " + request.uri(), e);
        }
    }

    private void folder(Path folder, JsonLines lines) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                file(file, folder.relativize(file).toString().replace('\\', '/'), lines);
            }
        }
    }

    private void file(Path file, String name, JsonLines lines) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] body = in.readNBytes(MAX_FEED_BYTES + 1);
            if (body.length > MAX_FEED_BYTES) {
                lines.problem(file + ": larger than " + MAX_FEED_BYTES + " bytes; left out");
            } else {
                FeedResponse unknown = FeedResponse.of(UNKNOWN, header -> null);
                lines.print(read(name, FeedReader.read(body, responses.getOrDefault(name, unknown))));
            }
        } catch (NoSuchFileException e) {
            lines.problem(file + ": there is no such file");
        } catch (IOException e) {
            lines.problem(file + ": cannot be read: " + e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static Read read(String name, FeedReading reading) {
        return switch (reading) {
            case FeedReading.Feed feed ->
                new Read(
                        name,
                        null,
                        feed.channel().encoding(),
                        channel(feed.channel()),
                        feed.items().stream().map(LabFeedCommand::item).toList(),
                        feed.left() == 0 ? null : feed.left());
            case FeedReading.NotAFeed(String reason) -> new Read(name, reason, null, null, null, null);
        };
    }

    private static Channel channel(FeedChannel feed) {
        return new Channel(
                feed.title(),
                feed.link(),
                feed.guid(),
                feed.description(),
                feed.author(),
                feed.language(),
                text(feed.published()),
                text(feed.updated()));
    }

    private static Item item(FeedItem item) {
        return new Item(
                item.title(),
                item.link(),
                item.guid(),
                text(item.published()),
                text(item.updated()),
                item.author(),
                item.content(),
                item.language());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
