package org.supplierscope.search.web;

import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.supplierscope.analysis.published.Stance;
import org.supplierscope.search.query.SearchRequest;
import org.supplierscope.search.query.SearchRequest.Copies;
import org.supplierscope.search.query.SearchRequest.Filter;

/// The query string that pages and API share. Everything arrives as text, so that a wrong value gets our
/// message.
public final class RequestParameters {

    /// The query.
    @Parameter(description = "In the query language; '*' or nothing finds everything.")
    @QueryParam("q")
    @Nullable
    String q;

    /// Id of a supplier that must be named.
    @Parameter(description = "Id of a supplier that must be named, such as largan-precision.")
    @QueryParam("supplier")
    @Nullable
    String supplier;

    /// `true` for articles about that supplier only, not those that only name it.
    @Parameter(
            description = "True to leave out articles that only name the supplier.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @QueryParam("about")
    @Nullable
    String about;

    /// Stance that must be told.
    @Parameter(
            description = "What must be told, of that supplier where one is given; in any capitals.",
            schema = @Schema(implementation = Stance.class))
    @QueryParam("stance")
    @Nullable
    String stance;

    /// Id of a theme that must be named.
    @Parameter(description = "Id of a theme that must be named, such as co-packaged-optics.")
    @QueryParam("theme")
    @Nullable
    String theme;

    /// `without` or `only`.
    @Parameter(
            description = "Leaves out articles that copy one seen before, or all others.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"without", "only"}))
    @QueryParam("copies")
    @Nullable
    String copies;

    /// `relevance` or `newest`.
    @Parameter(
            description = "Best match first, or newest first.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"relevance", "newest"},
                            defaultValue = "relevance"))
    @QueryParam("order")
    @Nullable
    String order;

    /// How many hits to pass over.
    @Parameter(
            description = "How many hits to pass over.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "10000", defaultValue = "0"))
    @QueryParam("offset")
    @Nullable
    String offset;

    /// How many hits at most.
    @Parameter(
            description = "How many hits at most.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000", defaultValue = "20"))
    @QueryParam("limit")
    @Nullable
    String limit;

    /// A parameter that cannot be used.
    static final class WrongParameterException extends Exception {
        private static final long serialVersionUID = 1L;

        WrongParameterException(String message) {
            super(message);
        }
    }

    SearchRequest request(int usualLimit) throws WrongParameterException {
        return new SearchRequest(
                query(),
                new Filter(
                        blank(supplier) ? null : supplier,
                        flag("about", about),
                        stance(),
                        blank(theme) ? null : theme,
                        copies()),
                order(),
                number("offset", offset, 0, SearchRequest.MAX_DEPTH),
                number("limit", limit, usualLimit, SearchRequest.MAX_LIMIT));
    }

    String query() {
        return q == null ? "" : q;
    }

    private @Nullable Copies copies() throws WrongParameterException {
        if (copies == null || copies.isBlank()) {
            return null;
        }
        try {
            return Copies.valueOf(copies.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongParameterException("'copies' must be without or only, not '" + copies + "'");
        }
    }

    private @Nullable Stance stance() throws WrongParameterException {
        if (stance == null || stance.isBlank()) {
            return null;
        }
        try {
            return Stance.valueOf(stance.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongParameterException(
                    "'stance' must be precision, breadth, mixed or none, not '" + stance + "'");
        }
    }

    private SearchRequest.Order order() throws WrongParameterException {
        if (order == null || order.isBlank()) {
            return SearchRequest.Order.RELEVANCE;
        }
        try {
            return SearchRequest.Order.valueOf(order.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new WrongParameterException("'order' must be relevance or newest, not '" + order + "'");
        }
    }

    static boolean flag(String name, @Nullable String text) throws WrongParameterException {
        String said = text == null ? "" : text.strip();
        return switch (said.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "", "false" -> false;
            default -> throw new WrongParameterException("'" + name + "' must be true or false, not '" + said + "'");
        };
    }

    static int number(String name, @Nullable String text, int usual, int most) throws WrongParameterException {
        if (text == null || text.isBlank()) {
            return usual;
        }
        String problem = "'" + name + "' must be a whole number from 0 to " + most + ", not '" + text + "'";
        try {
            int number = Integer.parseInt(text.strip());
            if (number < 0 || number > most) {
                throw new WrongParameterException(problem);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new WrongParameterException(problem);
        }
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
