package org.supplierscope.analysis.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/// The text of a catalogue file.
///
/// @param name what complaints call it
/// @param shipped whether it travels with the program: what an operator's file says wins over it
/// @param text YAML
public record CatalogueFile(String name, boolean shipped, String text) {

    /// More than a million names would fit.
    private static final int MAX_BYTES = 64 * 1024 * 1024;

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
                throw unreadable(file, "is larger than 64 MiB, which no catalogue is");
            }
            return new CatalogueFile(file.toString(), false, new String(bytes, StandardCharsets.UTF_8));
        } catch (java.nio.file.NoSuchFileException e) {
            throw unreadable(file, "there is no such file");
        } catch (IOException e) {
            throw unreadable(file, "cannot be read: " + e.getMessage());
        }
    }

    private static CatalogueException unreadable(Path file, String what) {
        return new CatalogueException(List.of(new Mistake(file.toString(), 0, what)));
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(CatalogueFile.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
