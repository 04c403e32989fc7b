package org.supplierscope.analysis.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folder in which an operator keeps a catalogue: every file directly in it whose name ends
/// in `.yaml` or `.yml` is the operator's own and stands above what is shipped. What is shipped
/// stands in `shipped/`, to be read and copied from, and follows the program; it is not read
/// back.
public final class CatalogueFolder {

    private static final String OWN = "suppliers.yaml";
    private static final String SHIPPED = "shipped";

    private final Path root;

    /// @param root need not exist
    public CatalogueFolder(Path root) {
        this.root = root;
    }

    /// Puts what is shipped into the folder, and an empty file of the operator's where there is
    /// none. Safe to run from several processes at once. A folder that cannot be written to is
    /// left as it is.
    ///
    /// @throws IOException when the folder cannot be made, or written to although it says that it
    /// can
    public void prepare() throws IOException {
        Files.createDirectories(root);
        if (!Files.isWritable(root)) {
            return;
        }
        Path shipped = Files.createDirectories(root.resolve(SHIPPED));
        for (CatalogueFile file : CatalogueFile.ofProgram()) {
            write(shipped.resolve(file.name()), file.text());
        }
        write(shipped.resolve(CatalogueFile.SCHEMA), CatalogueFile.schema());
        if (files().isEmpty()) {
            write(root.resolve(OWN), CatalogueFile.resource("own.yaml"));
        }
    }

    private static void write(Path file, String text) throws IOException {
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        Path whole = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".new");
        try {
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /// The operator's files, in the order of their names.
    ///
    /// @throws CatalogueException when it is no folder or cannot be read
    public List<Path> files() {
        if (Files.notExists(root)) {
            return List.of();
        }
        if (!Files.isDirectory(root)) {
            throw unreadable("is no folder; give the folder in which the files are");
        }
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(CatalogueFolder::isCatalogue).sorted().toList();
        } catch (IOException e) {
            throw unreadable("cannot be read: " + e);
        }
    }

    private CatalogueException unreadable(String what) {
        return new CatalogueException(List.of(new Mistake(root.toString(), 0, what)));
    }

    private static boolean isCatalogue(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }

    /// What is shipped together with what the operator says.
    ///
    /// @throws CatalogueException when a file holds a mistake or cannot be read
    public Catalogue read() {
        return Catalogue.reading(files());
    }

    /// Changes when a file comes, goes or is written.
    ///
    /// @throws CatalogueException when it cannot be read, or is there no more: that is no wish to
    /// go without all files
    String stamp() {
        if (Files.notExists(root)) {
            throw unreadable("is there no more; bring it back, or make an empty one");
        }
        return files().stream().map(CatalogueFolder::stamp).collect(Collectors.joining("\n"));
    }

    private static String stamp(Path file) {
        try {
            return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return file + " gone";
        }
    }
}
