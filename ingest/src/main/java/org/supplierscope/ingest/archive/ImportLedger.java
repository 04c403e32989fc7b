package org.supplierscope.ingest.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Properties;

/// How far the import of one archive file has come: a small file in the data folder, held while the import
/// runs.
///
/// The archive is known by its size and the bytes at its beginning and end, so that it may be renamed and
/// moved, and together with the cluster that it went to, so that another cluster gets it anew.
public final class ImportLedger implements Closeable {

    private static final int SAMPLE = 1024 * 1024;
    private static final int LONGEST = 16 * 1024;

    private final FileChannel channel;
    private final String archive;
    private Place place = Place.START;
    private boolean whole;

    private ImportLedger(FileChannel channel, String archive) {
        this.channel = channel;
        this.archive = archive;
    }

    /// Takes the ledger of an archive file; it is made when missing.
    ///
    /// @param folder of all ledgers; made when missing
    /// @param clusterId where the pages go
    /// @throws IOException when a file cannot be read or written, or another process is importing the same
    /// archive; the message says which
    public static ImportLedger take(Path folder, Path archive, String clusterId) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(identity(archive, clusterId) + ".properties");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new IOException("another process is importing it");
        }
        var ledger = new ImportLedger(channel, archive.toAbsolutePath().toString());
        ledger.read();
        return ledger;
    }

    /// Where to go on: [Place#START] for a file that is new.
    public Place place() {
        return place;
    }

    /// Whether the file was imported to its end.
    public boolean whole() {
        return whole;
    }

    /// Notes how far the import has come, on disk when it returns.
    public void note(Place reached, boolean toTheEnd) throws IOException {
        place = reached;
        whole = toTheEnd;
        var properties = new Properties();
        properties.setProperty("file", archive);
        properties.setProperty("position", Long.toString(reached.position()));
        properties.setProperty("within", Long.toString(reached.within()));
        properties.setProperty("whole", Boolean.toString(toTheEnd));
        var text = new StringWriter();
        properties.store(text, null);
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
        channel.truncate(0);
        for (long at = 0; bytes.hasRemaining(); ) {
            at += channel.write(bytes, at);
        }
        channel.force(true);
    }

    /// A ledger that a crash left half written counts as none: the file is imported from its start, which does
    /// no harm.
    private void read() throws IOException {
        var bytes = ByteBuffer.allocate((int) Math.min(LONGEST, channel.size()));
        int count;
        do {
            count = channel.read(bytes, bytes.position());
        } while (count > 0 && bytes.hasRemaining());
        var properties = new Properties();
        try {
            properties.load(
                    new StringReader(StandardCharsets.UTF_8.decode(bytes.flip()).toString()));
            place = new Place(
                    Long.parseLong(properties.getProperty("position", "0")),
                    Long.parseLong(properties.getProperty("within", "0")));
            whole = Boolean.parseBoolean(properties.getProperty("whole"));
        } catch (IllegalArgumentException e) {
            place = Place.START;
            whole = false;
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String identity(Path archive, String clusterId) throws IOException {
        try (FileChannel bytes = FileChannel.open(archive, StandardOpenOption.READ)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((clusterId + " " + bytes.size() + " ").getBytes(StandardCharsets.UTF_8));
            digest.update(sample(bytes, 0));
            digest.update(sample(bytes, Math.max(0, bytes.size() - SAMPLE)));
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ByteBuffer sample(FileChannel bytes, long from) throws IOException {
        var sample = ByteBuffer.allocate(SAMPLE);
        int count;
        do {
            count = bytes.read(sample, from + sample.position());
        } while (count > 0 && sample.hasRemaining());
        return sample.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
