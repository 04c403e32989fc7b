package org.supplierscope.search.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Addresses of our own pages.
final class Links {

    private Links() {}

    /// The search page with a query and filters; what is null, blank or zero is left out.
    static String search(
            String query, @Nullable String supplier, @Nullable String stance, @Nullable String order, int offset) {
        var link = new StringBuilder("/");
        add(link, "q", query);
        add(link, "supplier", supplier);
        add(link, "stance", stance);
        add(link, "order", order);
        add(link, "offset", offset == 0 ? null : Integer.toString(offset));
        return link.toString();
    }

    /// An article's page.
    static String article(String id) {
        return "/articles/" + encoded(id).replace("+", "%20");
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
