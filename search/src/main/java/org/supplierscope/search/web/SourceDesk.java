package org.supplierscope.search.web;

import jakarta.inject.Singleton;
import java.util.Locale;
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

    /// Asks for a new source.
    ///
    /// @return its id
    String add(SourceRequest request) throws WrongParameterException, CommandNotSentException {
        SourceCommand.Add command =
                request.command(id -> search.stage().sources().one(id) != null);
        search.stage().sourceCommands().send(command);
        return command.id();
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
