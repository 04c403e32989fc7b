package org.supplierscope.ingest.archive;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/// Writes pages as WARC 1.1 files: each begins with a `warcinfo` record, and each record is a gzip member of
/// its own.
///
/// A file bears its name only when it is whole; until then it is called `….part`. Not thread-safe.
public final class ArchiveWriter implements Closeable {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path target;
    private final boolean folder;
    private final long limit;
    private final boolean overwrite;
    private final Clock clock;
    private final List<Path> written = new ArrayList<>();
    private @Nullable Path file;
    private @Nullable WarcWriter writer;
    private @Nullable URI info;

    private ArchiveWriter(Path target, boolean folder, long limit, boolean overwrite, Clock clock) {
        this.target = target;
        this.folder = folder;
        this.limit = limit;
        this.overwrite = overwrite;
        this.clock = clock;
    }

    /// Writes one file.
    ///
    /// @param overwrite whether a file of that name may be replaced
    /// @throws FileAlreadyExistsException when there is one and it may not
    public static ArchiveWriter toFile(Path file, boolean overwrite, Clock clock) throws IOException {
        if (!overwrite && Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        var writer = new ArchiveWriter(file, false, Long.MAX_VALUE, overwrite, clock);
        // A place that cannot be written to is told before the pages are read.
        writer.open();
        return writer;
    }

    /// Writes files of a limited size into a folder.
    ///
    /// @param folder made when missing
    /// @param limit bytes after which the next file begins
    public static ArchiveWriter toFolder(Path folder, long limit, Clock clock) throws IOException {
        Files.createDirectories(folder);
        return new ArchiveWriter(folder, true, limit, false, clock);
    }

    /// Writes a page.
    public void write(CapturedPage page) throws IOException {
        if (writer != null && writer.position() >= limit) {
            finish();
        }
        WarcWriter out = writer == null ? open() : writer;
        out.write(page.toRecord(info));
    }

    /// Ends the last file and gives it its name.
    ///
    /// @return every file that was written
    public List<Path> finish() throws IOException {
        WarcWriter out = writer;
        Path part = file;
        if (out != null && part != null) {
            out.close();
            writer = null;
            Path named = part.resolveSibling(String.valueOf(part.getFileName()).replaceFirst("\\.part$", ""));
            move(part, named);
            written.add(named);
        }
        return List.copyOf(written);
    }

    private void move(Path part, Path named) throws IOException {
        if (!overwrite && Files.exists(named)) {
            throw new FileAlreadyExistsException(named.toString());
        }
        try {
            Files.move(part, named, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, named, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private WarcWriter open() throws IOException {
        Path named = folder
                ? target.resolve(
                        "supplierscope-%s-%05d.warc.gz".formatted(STAMP.format(clock.instant()), written.size() + 1))
                : target;
        Path part = named.resolveSibling(named.getFileName() + ".part");
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), 256 * 1024);
        var opened = new WarcWriter(Channels.newChannel(out), packing(named));
        file = part;
        writer = opened;
        Map<String, List<String>> fields = new TreeMap<>();
        fields.put("software", List.of("Supplierscope"));
        fields.put("format", List.of("WARC File Format 1.1"));
        fields.put(
                "conformsTo",
                List.of("http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"));
        fields.put(
                "description",
                List.of("News pages as the crawler stored them: content codings undone, headers about them left out"));
        Warcinfo record = new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .date(clock.instant())
                .filename(String.valueOf(named.getFileName()))
                .fields(fields)
                .build();
        opened.write(record);
        info = record.id();
        return opened;
    }

    private static WarcCompression packing(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return name.endsWith(".warc") ? WarcCompression.NONE : WarcCompression.GZIP;
    }

    /// Gives up what is not finished.
    @Override
    public void close() throws IOException {
        if (writer != null && file != null) {
            writer.close();
            writer = null;
            Files.deleteIfExists(file);
        }
    }
}
