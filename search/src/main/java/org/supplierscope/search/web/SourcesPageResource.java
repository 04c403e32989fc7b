package org.supplierscope.search.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supplierscope.search.index.DeadLetters.DeadLetter;
import org.supplierscope.search.index.SourceCommands.CommandNotSentException;
import org.supplierscope.search.index.SourceRefusals.Refusal;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// The page of the sources, and its forms.
@Path("/sources")
@Produces(MediaType.TEXT_HTML)
public class SourcesPageResource {

    /// What is said after a form was taken, by the word in the address: nothing of a stranger's is shown.
    private static final Map<String, String> DONE = Map.of(
            "added", "Asked for. The crawler looks for the site's feed; it shows here within a minute, or why not.",
            "pause", "Asked for: the source is paused within seconds.",
            "resume", "Asked for: the source is read again within seconds.",
            "check", "Asked for: the source is polled as soon as its site may be asked.",
            "remove", "Asked for: the source is taken out within seconds; its articles stay.");

    /// Long enough for whoever asked to come back to the page, and no list of old mistakes.
    private static final Duration REFUSALS_SHOWN = Duration.ofMinutes(15);

    private static final int MOST_REFUSALS = 10;

    /// What could not be read is looked after in days rather than minutes.
    private static final Duration LETTERS_SHOWN = Duration.ofDays(1);

    private static final int MOST_LETTERS = 10;

    private final SearchGate search;
    private final SourceDesk desk;
    private final Clock clock;

    /// @param search knows the sources
    /// @param desk takes what is wanted
    /// @param clock tells how long ago things were
    public SourcesPageResource(SearchGate search, SourceDesk desk, Clock clock) {
        this.search = search;
        this.desk = desk;
        this.clock = clock;
    }

    /// The template, checked at build time.
    @CheckedTemplate(basePath = "PagesResource")
    static class Templates {
        private Templates() {}

        static native TemplateInstance sources(
                List<SourceView> sources,
                List<Refusal> refusals,
                List<DeadLetter> letters,
                @Nullable String said,
                @Nullable String problem,
                SourceRequest form);
    }

    /// How every source fares.
    ///
    /// @param done what was asked for on the page before; null when nothing
    @GET
    public TemplateInstance sources(@QueryParam("done") @Nullable String done) {
        return page(done == null ? null : DONE.get(done), null, new SourceRequest(null, null, null, null, null));
    }

    /// Adds a source.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @FormParam("address") @Nullable String address,
            @FormParam("name") @Nullable String name,
            @FormParam("kind") @Nullable String kind) {
        var request = new SourceRequest(address, name, kind, null, null);
        try {
            desk.add(request);
            return done("added");
        } catch (WrongParameterException e) {
            return wrong(Response.Status.BAD_REQUEST, e, request);
        } catch (CommandNotSentException e) {
            return wrong(Response.Status.SERVICE_UNAVAILABLE, e, request);
        }
    }

    /// Does something with a source.
    ///
    /// @param action `pause`, `resume`, `check` or `remove`
    @POST
    @Path("{id}/{action}")
    public Response ask(@PathParam("id") String id, @PathParam("action") String action) {
        var empty = new SourceRequest(null, null, null, null, null);
        try {
            return desk.ask(id, action) == null
                    ? wrong(Response.Status.NOT_FOUND, new WrongParameterException("there is no such source"), empty)
                    : done(action);
        } catch (WrongParameterException e) {
            return wrong(Response.Status.BAD_REQUEST, e, empty);
        } catch (CommandNotSentException e) {
            return wrong(Response.Status.SERVICE_UNAVAILABLE, e, empty);
        }
    }

    private static Response done(String what) {
        return Response.seeOther(
                        UriBuilder.fromPath("/sources").queryParam("done", what).build())
                .build();
    }

    private Response wrong(Response.Status status, Exception problem, SourceRequest form) {
        return Response.status(status)
                .entity(page(null, problem.getMessage(), form))
                .build();
    }

    private TemplateInstance page(@Nullable String said, @Nullable String problem, SourceRequest form) {
        List<SourceView> views = search.stage().sources().all().stream()
                .map(status -> SourceView.of(status, clock.instant()))
                .filter(view -> !view.removed())
                .toList();
        Instant since = clock.instant().minus(REFUSALS_SHOWN);
        List<Refusal> refusals = search.stage().sourceRefusals().all().stream()
                .filter(refusal -> refusal.refused().isAfter(since))
                .limit(MOST_REFUSALS)
                .toList();
        Instant yesterday = clock.instant().minus(LETTERS_SHOWN);
        List<DeadLetter> letters = search.stage().deadLetters().all().stream()
                .filter(letter -> !letter.replayed() && letter.written().isAfter(yesterday))
                .limit(MOST_LETTERS)
                .toList();
        return Templates.sources(views, refusals, letters, said, problem, form);
    }
}
