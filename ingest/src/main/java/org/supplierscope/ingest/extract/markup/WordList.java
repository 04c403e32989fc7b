package org.supplierscope.ingest.extract.markup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/// Lists of words and phrases that come with the program, one entry a line, `#` starts a comment line.
public final class WordList {

    private static final String ROOT = "/org/supplierscope/ingest/extract/";

    private WordList() {}

    /// The entries of a list, in the order of the file.
    ///
    /// @param name path below the resources of the extraction package
    /// @throws IllegalStateException if the program was built without the list
    public static Set<String> read(String name) {
        Set<String> entries = new LinkedHashSet<>();
        try (InputStream in = WordList.class.getResourceAsStream(ROOT + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its word list " + name);
            }
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    entries.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read word list " + name, e);
        }
        return Collections.unmodifiableSet(entries);
    }
}
