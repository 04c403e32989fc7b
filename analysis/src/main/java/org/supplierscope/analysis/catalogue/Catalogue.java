package org.supplierscope.analysis.catalogue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The suppliers and themes that the product knows. Immutable and thread-safe.
///
/// ```java
/// Catalogue.shipped().supplier("largan-precision");
/// Catalogue.reading(List.of(Path.of("my-suppliers.yaml")));
/// ```
public final class Catalogue {

    private static final int DIGEST_DIGITS = 12;

    private final Map<String, Supplier> byId = new LinkedHashMap<>();
    private final Map<String, Theme> themesById = new LinkedHashMap<>();
    private final List<Supplier> suppliers;
    private final List<Theme> themes;
    private final String digest;

    /// A catalogue of these suppliers and themes, in this order.
    ///
    /// @throws IllegalArgumentException if two suppliers or two themes share an id
    public Catalogue(List<Supplier> suppliers, List<Theme> themes) {
        this.suppliers = List.copyOf(suppliers);
        this.themes = List.copyOf(themes);
        for (Supplier supplier : suppliers) {
            if (byId.put(supplier.id(), supplier) != null) {
                throw new IllegalArgumentException("two suppliers have the id " + supplier.id());
            }
        }
        for (Theme theme : themes) {
            if (themesById.put(theme.id(), theme) != null) {
                throw new IllegalArgumentException("two themes have the id " + theme.id());
            }
        }
        this.digest = digest(this.suppliers + "\n" + this.themes);
    }

    /// The catalogue that travels with the program.
    public static Catalogue shipped() {
        return with(List.of());
    }

    /// The catalogue that travels with the program, changed and enlarged by files of an operator:
    /// an entry of an id that is shipped changes what is shipped under it, any other entry is
    /// added.
    ///
    /// @throws CatalogueException if a file is not YAML, holds a mistake or contradicts another;
    /// it names every mistake with file, line and key
    public static Catalogue with(List<CatalogueFile> own) {
        List<CatalogueFile> files = new ArrayList<>(CatalogueFile.ofProgram());
        files.addAll(own);
        return of(files);
    }

    /// As [#with], of files that are still to be read.
    ///
    /// @throws CatalogueException as [#with], and when a file cannot be read; it names the
    /// mistakes of the others as well
    public static Catalogue reading(List<Path> own) {
        var assembly = new Assembly();
        CatalogueFile.ofProgram().forEach(assembly::add);
        own.forEach(assembly::add);
        return assembly.catalogue();
    }

    /// A catalogue of these files only.
    ///
    /// @throws CatalogueException as [#with]
    public static Catalogue of(List<CatalogueFile> files) {
        var assembly = new Assembly();
        files.forEach(assembly::add);
        return assembly.catalogue();
    }

    /// All suppliers, in the order of the files.
    public List<Supplier> suppliers() {
        return suppliers;
    }

    /// All themes, in the order of the files.
    public List<Theme> themes() {
        return themes;
    }

    /// The supplier with this id.
    public Optional<Supplier> supplier(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// The theme with this id.
    public Optional<Theme> theme(String id) {
        return Optional.ofNullable(themesById.get(id));
    }

    /// Twelve hexadecimal digits that change with anything that is in the catalogue, and with
    /// nothing else: neither with comments nor with the order of words in a rule.
    public String digest() {
        return digest;
    }

    private static String digest(String content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
