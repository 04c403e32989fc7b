package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The product as a process of its own, with the options that the launcher gives it.
final class ProductProcess implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("ready: (http://localhost:\\d+)/");
    private static final String STARTED = "Supplierscope is ready";
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path output;

    private ProductProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /// Starts the program that is running here once more, with other arguments.
    ///
    /// @param output gets what it prints
    /// @throws IOException when this is not the packaged program, or no process can be started
    static ProductProcess start(Path output, Map<String, String> environment, List<String> arguments)
            throws IOException {
        Path program = Path.of(System.getProperty("java.class.path", ""));
        if (!Files.isRegularFile(program)) {
            throw new IOException(
                    "a benchmark of the whole product runs from the packaged program only: ./supplierscope");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                program.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        return new ProductProcess(builder.start(), output);
    }

    /// Waits until it says that it is ready.
    ///
    /// @return where its API is
    String awaitReady() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && process.isAlive()) {
            String printed = Files.readString(output, StandardCharsets.UTF_8);
            Matcher ready = READY.matcher(printed);
            String address = null;
            while (ready.find()) {
                address = ready.group(1);
            }
            if (address != null) {
                return address;
            }
            Thread.sleep(100);
        }
        throw new IOException("the product did not become ready; it said:\n" + Files.readString(output));
    }

    /// Waits until it says that it is ready, also when it serves no pages.
    void awaitStarted() throws IOException, InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.readString(output, StandardCharsets.UTF_8).contains(STARTED)) {
            if (System.nanoTime() > until || !process.isAlive()) {
                throw new IOException("the product did not become ready; it said:\n" + Files.readString(output));
            }
            Thread.sleep(100);
        }
    }

    /// The most memory it has held so far, in MiB; null where the system does not tell.
    @Nullable
    Long peakMebibytes() {
        try {
            String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
            Matcher peak = PEAK.matcher(status);
            return peak.find() ? Long.parseLong(peak.group(1)) / 1024 : null;
        } catch (IOException e) {
            return null;
        }
    }

    /// Ends it as a power cut would.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Asks it to stop and waits; one that does not stop is killed.
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
