package org.supplierscope.search.web;

import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.supplierscope.ingest.published.SourceCommand;
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

    /// What was asked for.
    ///
    /// @param id the source's
    /// @param command the receipt, by which a refusal names it
    public record Asked(String id, String command) {}

    /// Asks for a new source, or a removed one again.
    ///
    /// @throws WrongParameterException also when a source that is not removed reads the address already
    Asked add(SourceRequest request) throws WrongParameterException, CommandNotSentException {
        return send(request.command(search.stage().sources().all()));
    }

    private Asked send(SourceCommand command) throws CommandNotSentException {
        return new Asked(command.id(), search.stage().sourceCommands().send(command));
    }

    /// Asks for something to be done with a source that is there.
    ///
    /// @param action `pause`, `resume`, `check` or `remove`
    /// @return null when there is no such source
    /// @throws WrongParameterException when there is no such action
    @Nullable
    Asked ask(String id, String action) throws WrongParameterException, CommandNotSentException {
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
            return null;
        }
        return send(command);
    }
}
