package org.supplierscope.search.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets a request change something only when it comes from our own pages or from no page at all.
///
/// Browsers say with each such request where it comes from: `Sec-Fetch-Site` (Fetch Metadata), and `Origin`
/// (RFC 6454), which pages cannot forge. Programs that are no browsers send neither. There is no cookie yet
/// that a foreign page could make use of, but a service on the reader's own machine can be reached from every
/// page that the reader opens; a page that has pointed its own name at this machine (DNS rebinding) comes from
/// the same origin, so while nobody signs in, a change must be asked for by a name of this machine, or by an
/// address.
@Provider
public class SameOrigin implements ContainerRequestFilter {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    @Override
    public void filter(ContainerRequestContext request) {
        if (!CHANGING.contains(request.getMethod())) {
            return;
        }
        String host = request.getHeaderString("Host");
        String problem = problem(host, request.getHeaderString("Origin"), request.getHeaderString("Sec-Fetch-Site"));
        if (problem != null) {
            request.abortWith(Problem.response(Response.Status.FORBIDDEN, problem, null));
        }
    }

    /// Why a change is refused; null when it is not.
    static @Nullable String problem(@Nullable String host, @Nullable String origin, @Nullable String site) {
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return "this request comes from a page of another site, which may not change anything here";
        }
        if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
            return "this request comes from " + (origin.length() > 100 ? "another site" : origin)
                    + ", which may not change anything here";
        }
        if ((origin != null || site != null) && !ours(host)) {
            return "changes are taken under the name localhost or an address of this machine only, not under " + host;
        }
        return null;
    }

    private static boolean ours(@Nullable String host) {
        try {
            String name = host == null ? null : URI.create("http://" + host).getHost();
            return name != null
                    && (name.toLowerCase(Locale.ROOT).equals("localhost")
                            || name.matches("[0-9.]+")
                            || name.startsWith("["));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
