package org.supplierscope.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supplierscope.search.query.SearchRequest.Filter;

/// Addresses of our own pages.
final class Links {

    private Links() {}

    /// The search page with a query.
    static String search(String query) {
        return search(query, Filter.NONE, null, 0);
    }

    /// The search page with a query and filters; what is null, blank or zero is left out.
    static String search(String query, Filter filter, @Nullable String order, int offset) {
        var link = new StringBuilder("/");
        add(link, "q", query);
        parameters(filter).forEach((name, value) -> add(link, name, value));
        add(link, "order", order);
        add(link, "offset", offset == 0 ? null : Integer.toString(offset));
        return link.toString();
    }

    /// The parameters that ask for a filter, by their names.
    static Map<String, String> parameters(Filter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (filter.supplier() != null) {
            parameters.put("supplier", filter.supplier());
        }
        if (filter.about()) {
            parameters.put("about", "true");
        }
        if (filter.stance() != null) {
            parameters.put("stance", StanceView.css(filter.stance()));
        }
        if (filter.theme() != null) {
            parameters.put("theme", filter.theme());
        }
        if (filter.copies() != null) {
            parameters.put("copies", filter.copies().name().toLowerCase(Locale.ROOT));
        }
        return parameters;
    }

    /// An article's page.
    static String article(String id) {
        return "/articles/" + encoded(id).replace("+", "%20");
    }

    /// A supplier's page; null for its course as a whole.
    static String supplier(String id, @Nullable String theme) {
        return supplier(id, "", theme);
    }

    /// A supplier's course over time, below the root of the API.
    static String strategy(String id, @Nullable String theme) {
        return supplier(id, "/strategy", theme);
    }

    /// The page of shifts, and their address below the root of the API.
    static String shifts(
            @Nullable String supplier,
            @Nullable String theme,
            @Nullable String since,
            boolean revoked,
            @Nullable String limit,
            int offset) {
        var link = new StringBuilder("/shifts");
        add(link, "supplier", supplier);
        add(link, "theme", theme);
        add(link, "since", since);
        add(link, "revoked", revoked ? "true" : null);
        add(link, "limit", limit);
        add(link, "offset", offset == 0 ? null : Integer.toString(offset));
        return link.toString();
    }

    private static String supplier(String id, String end, @Nullable String theme) {
        var link = new StringBuilder("/suppliers/")
                .append(encoded(id).replace("+", "%20"))
                .append(end);
        add(link, "theme", theme);
        return link.toString();
    }

    private static void add(StringBuilder link, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            link.append(link.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(encoded(value));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
