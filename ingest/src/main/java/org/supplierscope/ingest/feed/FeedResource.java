package org.supplierscope.ingest.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Lists that come with the program; `#` starts a comment line.
final class FeedResource {

    private FeedResource() {}

    /// The entries of a list, in the order of the file.
    ///
    /// @throws IllegalStateException if the program was built without the list
    static List<String> lines(String name) {
        try (InputStream in = FeedResource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its list " + name);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .map(String::strip)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list " + name, e);
        }
    }
}
