package org.supplierscope.deploy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.supplierscope.ingest.source.Source;
import org.supplierscope.ingest.source.SourceList;
import org.supplierscope.ingest.source.SourceListException;

/// The source list that a service begins with: copied into its data folder at the first start, and the
/// operator's own
/// from then on.
final class ShippedSources {

    private ShippedSources() {}

    /// Reads the list of a data folder, which is put there when it is missing.
    static List<Source> read(Path dataFolder) throws IOException, SourceListException {
        Path list = dataFolder.resolve("sources.yaml");
        if (Files.notExists(list)) {
            try (InputStream shipped = Objects.requireNonNull(
                    ShippedSources.class.getResourceAsStream("/sources.yaml"), "sources.yaml is part of the program")) {
                Files.copy(shipped, list);
            }
        }
        return SourceList.read(list);
    }
}
