package org.supplierscope.deploy.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Reads and writes a JSON value a line. A bad line is told by its number, and the next one is read.
final class JsonLines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final PrintWriter out;
    private final PrintWriter err;
    private boolean failed;

    /// @param out for results
    /// @param err for what went wrong
    JsonLines(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /// Does something with a line's value.
    interface Each<T> {
        /// Works on one value.
        ///
        /// @throws IOException when it cannot be worked on; the message says why
        void line(T value) throws IOException;
    }

    /// Reads every line of a file, or of standard input when the name is `-`. A file that cannot be read is told.
    <T> void read(String input, Class<T> type, Each<T> each) throws IOException {
        if (input.equals("-")) {
            read(System.in, "standard input", type, each);
        } else if (!Files.isReadable(Path.of(input)) || Files.isDirectory(Path.of(input))) {
            problem(input + ": there is no such file, or it may not be read");
        } else {
            try (InputStream in = Files.newInputStream(Path.of(input))) {
                read(in, input, type, each);
            }
        }
    }

    /// Reads every line of a stream.
    ///
    /// @param name for messages
    <T> void read(InputStream in, String name, Class<T> type, Each<T> each) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            try {
                @Nullable T value = JSON.readValue(line, type);
                if (value == null) {
                    throw new IOException("the line is JSON null, not an object");
                }
                each.line(value);
            } catch (MismatchedInputException e) {
                problem(name + ", line " + number + ": not a JSON object whose keys have the expected kinds of values");
            } catch (JsonProcessingException e) {
                problem(name + ", line " + number + ": not the JSON that is expected: " + e.getOriginalMessage());
            } catch (IOException e) {
                problem(name + ", line " + number + ": " + e.getMessage());
            }
        }
    }

    /// Prints a value on a line of its own.
    void print(Object value) {
        try {
            out.println(JSON.writeValueAsString(value));
            out.flush();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records can be written as JSON", e);
        }
    }

    /// Tells of something that went wrong; the run goes on.
    void problem(String message) {
        failed = true;
        err.println(message);
        err.flush();
    }

    /// 0, or 1 when anything went wrong.
    int exitCode() {
        return failed ? 1 : 0;
    }
}
