package org.supplierscope.deploy;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// The folder of everything that a process keeps, held for the roles that it plays. Processes with different
/// roles may
/// share a folder; two with the same role may not.
public final class DataFolder implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DataFolder.class);

    private final Path root;
    private final List<FileChannel> held = new ArrayList<>();

    private DataFolder(Path root) {
        this.root = root;
    }

    /// A folder that cannot be used. The message says which, why, and what to do.
    public static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /// Takes a folder for some roles; it is made when missing.
    ///
    /// @throws UnusableException when it cannot be written to, or another process holds it for one of the roles
    public static DataFolder hold(Path root, Set<Role> roles) throws UnusableException {
        var folder = new DataFolder(root);
        try {
            Files.createDirectories(root);
            for (Role role : roles) {
                folder.hold(role);
            }
            return folder;
        } catch (IOException e) {
            folder.close();
            throw new UnusableException(
                    "The data folder " + root + " cannot be written to (" + reason(e)
                            + "). Choose another with --data DIR, or make it writable.",
                    e);
        } catch (UnusableException e) {
            folder.close();
            throw e;
        }
    }

    private void hold(Role role) throws IOException, UnusableException {
        Path file = root.resolve(role.target() + ".lock");
        var channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        held.add(channel);
        if (!locked(channel)) {
            String holder = Files.readString(file).strip();
            throw new UnusableException(
                    "The data folder " + root + " is in use by another process"
                            + (holder.isEmpty() ? "" : " (process " + holder + ")")
                            + ". Stop that one, or choose another folder with --data DIR.",
                    null);
        }
        channel.truncate(0);
        channel.write(StandardCharsets.UTF_8.encode(
                Long.toString(ProcessHandle.current().pid())));
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }

    /// Lets go. The system does the same when the process dies.
    @Override
    public void close() {
        for (FileChannel channel : held) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("A lock file could not be closed; the lock goes with the process", e);
            }
        }
        held.clear();
    }
}
