package org.supplierscope.search.web;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import org.supplierscope.ingest.published.SourceCommand;
import org.supplierscope.ingest.published.SourceState;
import org.supplierscope.ingest.published.SourceStatus;
import org.supplierscope.search.index.SourceCommands.CommandNotSentException;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// Takes what readers want of sources, for the page and the API alike.
@Singleton
public class SourceDesk {

    private final SearchGate search;

    /// @param search knows the sources, and sends commands
    public SourceDesk(SearchGate search) {
        this.search = search;
    }

    /// Asks for a new source.
    ///
    /// @return its id
    /// @throws WrongParameterException also when a source that is not removed reads the address already
    String add(SourceRequest request) throws WrongParameterException, CommandNotSentException {
        SourceCommand.Add command =
                request.command(id -> search.stage().sources().one(id) != null);
        for (SourceStatus known : search.stage().sources().all()) {
            if (known.state() != SourceState.REMOVED && reads(known, command.address())) {
                throw new WrongParameterException("'" + known.id() + "' reads " + command.address()
                        + " already; if you mean another feed of the site, give that feed's address");
            }
        }
        search.stage().sourceCommands().send(command);
        return command.id();
    }

    /// Whether a source reads an address, written in whatever way.
    static boolean reads(SourceStatus known, URI address) {
        return Stream.of(known.feed(), known.home(), known.movedFrom())
                .anyMatch(each -> each != null && plain(each).equals(plain(address)));
    }

    /// An address as people compare them: without scheme, `www.` and the last stroke.
    private static String plain(URI address) {
        String whole = address.toString().replaceFirst("#.*$", "");
        String authority = String.valueOf(address.getRawAuthority());
        String rest = whole.substring(whole.indexOf(authority) + authority.length());
        return authority.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "") + rest.replaceFirst("/$", "");
    }

    /// Asks for something to be done with a source that is there.
    ///
    /// @param action `pause`, `resume`, `check` or `remove`
    /// @return whether there is such a source
    /// @throws WrongParameterException when there is no such action
    boolean ask(String id, String action) throws WrongParameterException, CommandNotSentException {
        SourceCommand command = switch (action.toLowerCase(Locale.ROOT)) {
            case "pause" -> new SourceCommand.Pause(id);
            case "resume" -> new SourceCommand.Resume(id);
            case "check" -> new SourceCommand.Check(id);
            case "remove" -> new SourceCommand.Remove(id);
            default ->
                throw new WrongParameterException(
                        "a source can be paused, resumed, checked and removed, not '" + action + "'");
        };
        if (search.stage().sources().one(id) == null) {
            return false;
        }
        search.stage().sourceCommands().send(command);
        return true;
    }
}
