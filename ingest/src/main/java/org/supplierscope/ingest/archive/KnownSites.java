package org.supplierscope.ingest.archive;

import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which source a page of an archive belongs to: the one whose site it is on. Immutable.
public final class KnownSites {

    /// A source, as far as an archive has to do with it.
    ///
    /// @param id the source's id
    /// @param name for people
    /// @param home its front page; null when unknown
    /// @param feed the address that is polled; null when unknown
    public record Site(
            String id,
            String name,
            @Nullable URI home,
            @Nullable URI feed) {}

    private static final int MAX_ID = 80;
    private static final int MAX_NAME = 300;

    private final Map<String, Site> byHost = new HashMap<>();
    private final @Nullable Site always;

    private KnownSites(@Nullable Site always) {
        this.always = always;
    }

    /// Every page belongs to one source.
    public static KnownSites only(Site site) {
        return new KnownSites(site);
    }

    /// A page belongs to the source on whose site it is.
    ///
    /// A feed's host counts where no source has its home there, and not where several sources share it, as
    /// those of a feed service do.
    public static KnownSites of(List<Site> sites) {
        var known = new KnownSites(null);
        sites.forEach(site -> known.add(site, site.home()));
        Set<String> homes = Set.copyOf(known.byHost.keySet());
        Set<String> shared = new HashSet<>();
        for (Site site : sites) {
            String host = host(site.feed());
            if (host != null && !homes.contains(host)) {
                Site other = known.byHost.putIfAbsent(host, site);
                if (other != null && !other.id().equals(site.id())) {
                    shared.add(host);
                }
            }
        }
        known.byHost.keySet().removeAll(shared);
        return known;
    }

    private void add(Site site, @Nullable URI address) {
        String host = host(address);
        if (host != null) {
            byHost.putIfAbsent(host, site);
        }
    }

    /// The page with its source: the one that is told for all, else the one whose host or parent domain it is
    /// on, else the one that its record names, else its host taken for a source.
    CapturedPage placed(CapturedPage page) {
        Site site = site(page.response().url());
        if (site != null) {
            return page.from(site.id(), site.name());
        }
        if (page.sourceId().matches("[a-z0-9][a-z0-9-]{0,79}") && !page.source().isBlank()) {
            return page.from(page.sourceId(), fitted(page.source(), MAX_NAME));
        }
        String host = Objects.requireNonNullElse(host(page.response().url()), "unknown");
        String id = host.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return page.from(id.isEmpty() ? "unknown" : fitted(id, MAX_ID), fitted(host, MAX_NAME));
    }

    /// Whether a page belongs to a source that is known.
    boolean knows(CapturedPage page) {
        return site(page.response().url()) != null;
    }

    private @Nullable Site site(URI url) {
        if (always != null) {
            return always;
        }
        String host = host(url);
        while (host != null && !host.isEmpty()) {
            Site site = byHost.get(host);
            if (site != null) {
                return site;
            }
            int dot = host.indexOf('.');
            host = dot < 0 ? null : host.substring(dot + 1);
        }
        return null;
    }

    private static @Nullable String host(@Nullable URI address) {
        if (address == null || address.getHost() == null) {
            return null;
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    private static String fitted(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
