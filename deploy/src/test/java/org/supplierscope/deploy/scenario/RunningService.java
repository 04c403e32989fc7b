package org.supplierscope.deploy.scenario;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A process of the packaged program, as a user starts it.
public final class RunningService implements AutoCloseable {

    private static final Path PROGRAM =
            Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final Pattern ADDRESS = Pattern.compile("ready: (http://localhost:\\d+)/");
    /// Ready takes about ten seconds on a quiet machine; a build machine is not quiet.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path output;

    private RunningService(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /// How a command ended.
    ///
    /// @param exitCode of the process
    /// @param out standard output
    /// @param err standard error
    public record Ended(int exitCode, String out, String err) {}

    /// Starts a command and does not wait for it.
    ///
    /// @param output file that gets what it prints
    public static RunningService start(Path output, String... arguments) throws IOException {
        Process process = builder(Map.of(), arguments)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new RunningService(process, output);
    }

    /// Runs a command to its end, with something on its standard input.
    public static Ended run(Path folder, Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        return run(PATIENCE, folder, environment, input, arguments);
    }

    /// The same with a patience of its own.
    static Ended run(Duration patience, Path folder, Map<String, String> environment, String input, String... arguments)
            throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in.txt"), input);
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = builder(environment, arguments)
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("the command did not end: " + String.join(" ", arguments));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static ProcessBuilder builder(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                PROGRAM.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().remove("SUPPLIERSCOPE_DATA");
        builder.environment().putAll(environment);
        return builder;
    }

    /// Waits until it says that it is ready.
    ///
    /// @return the address it names; empty when it serves no pages
    public String awaitReady() throws IOException, InterruptedException {
        String said = Waiting.until(PATIENCE, "ready", () -> {
            String printed = printed();
            if (printed.contains("Supplierscope is ready")) {
                return printed;
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the service ended before it was ready:\n" + printed);
            }
            return null;
        });
        Matcher address = ADDRESS.matcher(said);
        return address.find() ? address.group(1) : "";
    }

    /// What it has printed so far.
    public String printed() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /// The TCP ports that it listens on, by what Linux tells of its sockets; empty elsewhere.
    public Set<Integer> listeningPorts() throws IOException {
        Path descriptors = Path.of("/proc", Long.toString(process.pid()), "fd");
        if (Files.notExists(descriptors)) {
            return Set.of();
        }
        Set<String> sockets = new HashSet<>();
        try (Stream<Path> open = Files.list(descriptors)) {
            for (Path descriptor : open.toList()) {
                Matcher socket = SOCKET.matcher(target(descriptor));
                if (socket.matches()) {
                    sockets.add(socket.group(1));
                }
            }
        }
        Set<Integer> ports = new TreeSet<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] columns = line.strip().split("\\s+", -1);
                // State 0A is LISTEN; the tenth column is the socket's inode.
                if (columns.length > 9 && columns[3].equals("0A") && sockets.contains(columns[9])) {
                    ports.add(Integer.parseInt(columns[1].substring(columns[1].indexOf(':') + 1), 16));
                }
            }
        }
        return ports;
    }

    /// A descriptor that was closed while we looked leads nowhere.
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "";
        }
    }

    /// Ends it as a power cut would.
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /// Asks it to stop, as Ctrl-C does.
    ///
    /// @return the exit code
    public int stop() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("the service did not stop:\n" + printed());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        kill();
    }
}
