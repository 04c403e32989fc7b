package org.supplierscope.ingest.command;

import java.net.URI;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.supplierscope.ingest.address.AddressReading;
import org.supplierscope.ingest.address.AddressRefusal;
import org.supplierscope.ingest.address.CanonicalAddress;
import org.supplierscope.ingest.address.LinkText;
import org.supplierscope.ingest.frontier.SourceRegister;
import org.supplierscope.ingest.frontier.SourceRegister.Result;
import org.supplierscope.ingest.published.SourceCommand;
import org.supplierscope.ingest.published.SourceKind;
import org.supplierscope.ingest.source.Source;

/// Follows commands. Thread-safe.
final class CommandBook {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final int MAX_NAME = 300;
    private static final int MAX_LANGUAGE = 35;

    private final SourceRegister register;
    private final Consumer<String> changed;

    /// @param register is changed
    /// @param changed is told the id of a source that may have changed
    CommandBook(SourceRegister register, Consumer<String> changed) {
        this.register = register;
        this.changed = changed;
    }

    /// Follows a command.
    Result follow(SourceCommand command) {
        if (!ID.matcher(command.id()).matches()) {
            return new Result.Refused("an id is 1 to 80 lower-case letters, digits and hyphens");
        }
        Result result = switch (command) {
            case SourceCommand.Add add -> add(add);
            case SourceCommand.Pause pause -> register.pause(pause.id());
            case SourceCommand.Resume resume -> register.resume(resume.id());
            case SourceCommand.Remove remove -> register.remove(remove.id());
            case SourceCommand.Check check -> register.check(check.id());
        };
        changed.accept(command.id());
        return result;
    }

    private Result add(SourceCommand.Add add) {
        if (add.name().isBlank() || add.name().length() > MAX_NAME || add.name().indexOf('\0') >= 0) {
            return new Result.Refused("a name is 1 to " + MAX_NAME + " characters");
        }
        String language = add.language();
        if (language != null && (language.length() > MAX_LANGUAGE || language.indexOf('\0') >= 0)) {
            return new Result.Refused("a language is at most " + MAX_LANGUAGE + " characters");
        }
        URI address = LinkText.parse(add.address());
        if (address == null || !(AddressReading.forCrawl(add.address()) instanceof AddressReading.Accepted)) {
            return new Result.Refused("the address cannot be read: " + why(add.address()));
        }
        URI home = add.home() == null ? null : LinkText.parse(add.home().toString());
        if (add.home() != null && (home == null || CanonicalAddress.parse(home.toString()) == null)) {
            return new Result.Refused("the home page's address is no full http or https address");
        }
        return register.add(new Source(
                add.id(),
                add.name().strip(),
                home,
                address,
                add.kind() == null ? SourceKind.SITE : add.kind(),
                language,
                !Boolean.TRUE.equals(add.acceptAnyCertificate())));
    }

    private static String why(String address) {
        return switch (AddressReading.forCrawl(address)) {
            case AddressReading.Refused(AddressRefusal why) -> why.reason();
            case AddressReading.Accepted _ -> AddressRefusal.NO_ADDRESS.reason();
        };
    }
}
