package org.supplierscope.deploy.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option of commands that need a folder for data which nobody needs afterwards.
final class WorkFolder {

    @Option(names = "--data", paramLabel = "DIR", description = "Where data go; deleted by you (default: a new one).")
    private @Nullable Path data;

    /// The folder that was named, or a new one, which exists then.
    ///
    /// @param purpose part of a new folder's name
    Path create(String purpose) throws IOException {
        return data == null
                ? Files.createTempDirectory("supplierscope-" + purpose + "-")
                : Files.createDirectories(data);
    }
}
