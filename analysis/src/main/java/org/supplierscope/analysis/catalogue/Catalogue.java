package org.supplierscope.analysis.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The suppliers that the product knows. Immutable and thread-safe.
///
/// ```java
/// Catalogue.shipped().supplier("largan-precision");
/// Catalogue.read(Path.of("my-suppliers.yaml"));
/// ```
public final class Catalogue {

    private static final String SHIPPED = "suppliers.yaml";

    private final Map<String, Supplier> byId;
    private final List<Supplier> suppliers;

    /// A catalogue of these suppliers, in this order.
    ///
    /// @throws IllegalArgumentException if two share an id
    public Catalogue(List<Supplier> suppliers) {
        this.suppliers = List.copyOf(suppliers);
        byId = new LinkedHashMap<>();
        for (Supplier supplier : suppliers) {
            if (byId.put(supplier.id(), supplier) != null) {
                throw new IllegalArgumentException("two suppliers have the id " + supplier.id());
            }
        }
    }

    /// The catalogue that travels with the program.
    public static Catalogue shipped() {
        try (InputStream in = Objects.requireNonNull(Catalogue.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return read(in, SHIPPED);
        } catch (IOException e) {
            throw new CatalogueException(SHIPPED, "cannot be read", e);
        }
    }

    /// Reads a catalogue file in UTF-8.
    ///
    /// @throws CatalogueException if it cannot be read, is not YAML, or holds a mistake; the message
    /// names file, line and key
    public static Catalogue read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.toString());
        } catch (IOException e) {
            throw new CatalogueException(file.toString(), "cannot be read", e);
        }
    }

    /// Reads a catalogue in UTF-8; the stream is left open.
    ///
    /// @param file the name that errors give the source
    /// @throws CatalogueException as [#read(Path)]
    public static Catalogue read(InputStream in, String file) {
        return new Catalogue(new CatalogueReader(file).read(in));
    }

    /// All suppliers, in the order of the file.
    public List<Supplier> suppliers() {
        return suppliers;
    }

    /// The supplier with this id.
    public Optional<Supplier> supplier(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
