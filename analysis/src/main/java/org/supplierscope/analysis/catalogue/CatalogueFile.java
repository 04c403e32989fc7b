package org.supplierscope.analysis.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The text of a catalogue file.
///
/// @param name what complaints call it
/// @param shipped whether it travels with the program: what an operator's file says wins over it
/// @param text YAML
public record CatalogueFile(String name, boolean shipped, String text) {

    /// Some six thousand suppliers; a catalogue may have many files. The tree of 10 MB of short items
    /// does not fit into the heap of `run`.
    private static final int MAX_BYTES = 2 * 1024 * 1024;

    private static final List<String> SHIPPED = List.of("suppliers.yaml", "themes.yaml");

    /// The JSON Schema of these files.
    public static final String SCHEMA = "catalogue.schema.json";

    /// The files that travel with the program.
    public static List<CatalogueFile> ofProgram() {
        return SHIPPED.stream()
                .map(name -> new CatalogueFile(name, true, resource(name)))
                .toList();
    }

    /// The JSON Schema's text.
    public static String schema() {
        return resource(SCHEMA);
    }

    /// Reads an operator's file, UTF-8.
    ///
    /// @throws CatalogueException if it cannot be read
    public static CatalogueFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw unreadable(file, 0, "is larger than 2 MiB; split it into several files");
            }
            return new CatalogueFile(file.toString(), false, text(file, bytes));
        } catch (NoSuchFileException e) {
            throw unreadable(file, 0, "there is no such file");
        } catch (AccessDeniedException e) {
            throw unreadable(file, 0, "may not be read; let the user who runs this read it");
        } catch (IOException e) {
            throw unreadable(file, 0, "cannot be read: " + e.getMessage());
        }
    }

    private static String text(Path file, byte[] bytes) {
        var text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (StandardCharsets.UTF_8.newDecoder().decode(in, text, true).isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw unreadable(file, line, "is not UTF-8 from here on; open it in its own encoding and save it as UTF-8");
        }
        return text.flip().toString();
    }

    private static CatalogueException unreadable(Path file, int line, String what) {
        return new CatalogueException(List.of(new Mistake(file.toString(), line, what)));
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CatalogueFile.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
