package org.supplierscope.deploy.opinion;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.opinion.Opinion.Refused;
import org.supplierscope.analysis.opinion.RefusalKind;
import org.supplierscope.deploy.SupplierscopeConfig;

/// Makes an [Endpoint] of the settings, or says which of them is wrong.
final class EndpointReading {

    private static final String PREFIX = "supplierscope.opinion.";
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern MODEL = Pattern.compile("[\\x21-\\x7e]{1,200}+");
    private static final int LARGEST_KEY_FILE = 16 << 10;

    private EndpointReading() {}

    /// A setting that is wrong; the message says which and how to mend it.
    private static final class SettingException extends Exception {
        private static final long serialVersionUID = 1L;

        private final RefusalKind kind;

        SettingException(RefusalKind kind, String message) {
            super(message);
            this.kind = kind;
        }
    }

    /// What the settings come to.
    sealed interface Setting {

        /// A model can be asked.
        record Usable(Endpoint endpoint) implements Setting {}

        /// It cannot, and why.
        record Unusable(Refused why) implements Setting {}
    }

    static Setting read(SupplierscopeConfig.Opinion settings) {
        try {
            return new Setting.Usable(endpoint(settings));
        } catch (SettingException e) {
            return new Setting.Unusable(new Refused(e.kind, String.valueOf(e.getMessage())));
        }
    }

    private static Endpoint endpoint(SupplierscopeConfig.Opinion settings) throws SettingException {
        String address = present(settings.address(), "address");
        String model = present(settings.model(), "model");
        if (!MODEL.matcher(model).matches()) {
            throw bad("model", "must be 1 to 200 visible ASCII characters without blanks");
        }
        URI base = base(address, settings.plainHttp());
        String authority = base.getHost() + ":" + port(base);
        within("deadline", settings.deadline(), Duration.ofSeconds(1), Duration.ofMinutes(10));
        within("max-answer-bytes", settings.maxAnswerBytes(), 1 << 10, 16 << 20);
        within("max-characters", settings.maxCharacters(), 500, 1_000_000);
        within("per-minute", settings.perMinute(), 1, 6000);
        return new Endpoint(
                URI.create(base.toString().replaceFirst("/+$", "")
                        + settings.protocol().path()),
                settings.protocol(),
                model,
                key(settings),
                settings.deadline(),
                settings.maxAnswerBytes(),
                settings.maxCharacters(),
                settings.perMinute(),
                settings.allowPrivate() ? Set.of(authority) : Set.of());
    }

    private static String present(Optional<String> value, String name) throws SettingException {
        String stripped = value.orElse("").strip();
        if (stripped.isEmpty()) {
            throw new SettingException(
                    RefusalKind.NOT_CONFIGURED,
                    "no second opinion is set up: " + PREFIX + name + " is not set (see deploy/docs/operations.md)");
        }
        return stripped;
    }

    /// The address itself is not repeated in messages: people paste keys into addresses.
    private static URI base(String address, boolean plainHttp) throws SettingException {
        URI base;
        try {
            base = new URI(address);
        } catch (URISyntaxException e) {
            throw bad("address", "is no address");
        }
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || base.getHost() == null || base.isOpaque()) {
            throw bad("address", "must be an http or https address, such as http://localhost:11434");
        }
        if (base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw bad("address", "must have no user, no password and no query; a key goes into " + PREFIX + "key-file");
        }
        String host = base.getHost().toLowerCase(Locale.ROOT);
        if (scheme.equals("http") && !plainHttp && !LOOPBACK.matcher(host).matches()) {
            throw new SettingException(
                    RefusalKind.ADDRESS,
                    PREFIX + "address is plain http and not on this machine: use https, or set " + PREFIX
                            + "plain-http=true where nobody can listen in between");
        }
        return base;
    }

    private static int port(URI base) {
        if (base.getPort() >= 0) {
            return base.getPort();
        }
        return base.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static @Nullable ApiKey key(SupplierscopeConfig.Opinion settings) throws SettingException {
        Optional<String> given = settings.key();
        Optional<Path> file = settings.keyFile();
        if (given.isPresent() && file.isPresent()) {
            throw bad("key", "and " + PREFIX + "key-file are both set: set one of them");
        }
        if (given.isEmpty() && file.isEmpty()) {
            return null;
        }
        String name = given.isPresent() ? "key" : "key-file";
        try {
            return new ApiKey((given.isPresent() ? given.get() : contents(file.orElseThrow())).strip());
        } catch (IllegalArgumentException e) {
            throw bad(name, "cannot be used: " + e.getMessage());
        }
    }

    private static String contents(Path file) throws SettingException {
        try {
            if (Files.size(file) > LARGEST_KEY_FILE) {
                throw bad("key-file", "is too large a file for a key: " + file);
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw bad("key-file", "cannot be read: " + file);
        }
    }

    private static <T extends Comparable<T>> void within(String name, T value, T least, T most)
            throws SettingException {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw bad(name, "must be from " + least + " to " + most + ", not " + value);
        }
    }

    private static SettingException bad(String name, String why) {
        return new SettingException(RefusalKind.BAD_SETTING, PREFIX + name + " " + why);
    }
}
