package org.supplierscope.search.web;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.supplierscope.search.index.ShiftBoard;
import org.supplierscope.search.query.SearchRequest;
import org.supplierscope.search.web.RequestParameters.WrongParameterException;

/// The query string of shifts, which page and API share. Everything arrives as text, so that a
/// wrong value gets our message.
public final class ShiftParameters {

    /// Id of the supplier.
    @Parameter(description = "Id of the supplier that turned.")
    @QueryParam("supplier")
    @Nullable
    String supplier;

    /// Id of the theme.
    @Parameter(description = "Id of the theme within which it turned.")
    @QueryParam("theme")
    @Nullable
    String theme;

    /// Detected then or later: a day in UTC, or an instant.
    @Parameter(
            description =
                    "Detected then or later: a day in UTC such as 2026-03-01, or an instant such as 2026-03-01T08:00:00Z.")
    @QueryParam("since")
    @Nullable
    String since;

    /// `true` for those that were taken back too.
    @Parameter(
            description = "True for those that were taken back too.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("revoked")
    @Nullable
    String revoked;

    /// How many to pass over.
    @Parameter(
            description = "How many shifts to pass over.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "10000", defaultValue = "0"))
    @QueryParam("offset")
    @Nullable
    String offset;

    /// How many at most.
    @Parameter(
            description = "How many shifts at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000", defaultValue = "20"))
    @QueryParam("limit")
    @Nullable
    String limit;

    /// What is asked for.
    ///
    /// @param filter which shifts
    /// @param offset how many of them to pass over, from 0
    /// @param limit how many at most, from 0
    record Page(ShiftBoard.Filter filter, int offset, int limit) {

        <T> List<T> of(List<T> found) {
            int begin = Math.min(found.size(), offset);
            return found.subList(begin, Math.min(found.size(), begin + limit));
        }
    }

    Page page(int usualLimit) throws WrongParameterException {
        return new Page(
                new ShiftBoard.Filter(said(supplier), said(theme), since(), revoked()),
                RequestParameters.number("offset", offset, 0, SearchRequest.MAX_DEPTH),
                RequestParameters.number("limit", limit, usualLimit, SearchRequest.MAX_LIMIT));
    }

    /// Whether it asks for some of the shifts only.
    boolean isNarrow() {
        return said(supplier) != null || said(theme) != null || said(since) != null;
    }

    private @Nullable Instant since() throws WrongParameterException {
        String text = said(since);
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new WrongParameterException(
                    "'since' must be a day such as 2026-03-01, or an instant such as 2026-03-01T08:00:00Z, not '" + text
                            + "'");
        }
    }

    private boolean revoked() throws WrongParameterException {
        return RequestParameters.flag("revoked", revoked);
    }

    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
