package org.supplierscope.deploy.command;

import io.quarkus.runtime.Quarkus;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supplierscope.deploy.DataFolder;
import org.supplierscope.deploy.Role;
import org.supplierscope.deploy.Service;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What `demo` and `run` have in common: where data is kept and where the service listens.
final class ServiceOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of everything that is kept (or set SUPPLIERSCOPE_DATA).")
    @Nullable
    Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port of the pages and the API; 0 for any that is free (default: ${DEFAULT-VALUE}).")
    int port;

    /// Something that the person at the keyboard can mend. The message says what and how.
    static final class CannotStartException extends Exception {
        private static final long serialVersionUID = 1L;

        CannotStartException(String message) {
            super(message);
        }
    }

    /// The folder chosen, or the usual one below the home folder.
    Path dataFolder(String usual) {
        return dataFolder(data, usual, command);
    }

    /// The folder given, or that of the environment, or the usual one below the home folder.
    static Path dataFolder(@Nullable Path given, String usual, CommandSpec command) {
        if (given != null && given.toString().isBlank()) {
            throw new ParameterException(command.commandLine(), "--data needs a folder, and was given nothing.");
        }
        if (given != null) {
            return given.toAbsolutePath().normalize();
        }
        String environment = System.getenv("SUPPLIERSCOPE_DATA");
        return (environment == null || environment.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".supplierscope", usual)
                        : Path.of(environment))
                .toAbsolutePath()
                .normalize();
    }

    /// Holds the folder, checks the port, and runs the service until it is stopped.
    ///
    /// @return the exit code
    int serve(Path folder, Set<Role> roles, String host) throws CannotStartException {
        boolean http = roles.contains(Role.SEARCH) || hubsCall();
        if (http) {
            checkPort(host);
        }
        set("supplierscope.data", folder.toString());
        set("supplierscope.roles", roles.stream().map(Role::target).collect(Collectors.joining(",")));
        set("quarkus.http.port", Integer.toString(port));
        set("quarkus.http.host", host);
        set("quarkus.http.host-enabled", Boolean.toString(http));
        set("quarkus.log.file.path", folder.resolve("logs/supplierscope.log").toString());
        try (var _ = DataFolder.hold(folder, roles)) {
            var failure = new AtomicReference<@Nullable Throwable>();
            var code = new AtomicReference<>(0);
            Quarkus.run(Service.class, (exitCode, problem) -> {
                code.set(exitCode);
                failure.set(problem);
            });
            Throwable problem = failure.get();
            if (problem != null) {
                throw new CannotStartException(reason(problem, folder));
            }
            return code.get();
        } catch (DataFolder.UnusableException e) {
            throw new CannotStartException(String.valueOf(e.getMessage()));
        }
    }

    /// Whether hubs call this process, by its option or by the environment.
    private static boolean hubsCall() {
        return System.getProperty("supplierscope.ingest.public-address") != null
                || System.getenv("SUPPLIERSCOPE_INGEST_PUBLIC_ADDRESS") != null;
    }

    static void set(String key, String value) {
        System.setProperty(key, value);
    }

    private void checkPort(String host) throws CannotStartException {
        if (port < 0 || port > 65535) {
            throw new ParameterException(command.commandLine(), "--port must be from 0 to 65535, not " + port + ".");
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (BindException e) {
            throw new CannotStartException("Port " + port + " on " + host + " cannot be used (" + e.getMessage()
                    + "). Choose another with --port N; --port 0 takes any that is free.");
        } catch (UnknownHostException e) {
            throw new CannotStartException("--host " + host + " is not an address of this machine.");
        } catch (IOException e) {
            throw new CannotStartException("Port " + port + " on " + host + " cannot be opened: " + e.getMessage());
        }
    }

    /// The innermost message is the one that names the thing.
    private static String reason(Throwable problem, Path folder) {
        Throwable innermost = problem;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        // A message of one word, such as the name of a host, says what but not why.
        String said = message != null && message.strip().contains(" ")
                ? message
                : innermost.getClass().getSimpleName() + ": " + message;
        return "The service stopped: " + said + (said.endsWith(".") || said.endsWith("?") ? "" : ".") + " More is in "
                + folder.resolve("logs/supplierscope.log") + ".";
    }
}
