package org.supplierscope.deploy.newsroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.supplierscope.ingest.source.Source;

/// The demo newsroom: a few small news sites on loopback, each on a port of its own, with a feed, a robots.txt
/// and
/// article pages in a layout of its own.
///
/// Its articles are about real, dated facts in our own words, each with a link to who reported them. The ports
/// are
/// chosen at the first start and kept, because an article's address is what it is known by.
public final class Newsroom implements AutoCloseable {

    private final List<SiteServer> servers;
    private final NewsCalendar calendar;

    private Newsroom(List<SiteServer> servers, NewsCalendar calendar) {
        this.servers = List.copyOf(servers);
        this.calendar = calendar;
    }

    /// Opens every site.
    ///
    /// @param ports file that keeps the ports and by how much the dates are moved; made when missing
    /// @param clock says what day it is when they are moved for the first time
    /// @throws IOException when a site's port is taken by another process, or the file cannot be used
    public static Newsroom open(Path ports, Clock clock) throws IOException {
        var kept = new Properties();
        if (Files.exists(ports)) {
            try (InputStream in = Files.newInputStream(ports)) {
                kept.load(in);
            }
        }
        NewsCalendar calendar = NewsCalendar.of(kept, Sites.newest(), clock);
        List<SiteServer> servers = new ArrayList<>();
        try {
            for (Site site : Sites.all()) {
                int port = Integer.parseInt(kept.getProperty(site.id(), "0"));
                SiteServer server = open(calendar, site, port);
                servers.add(server);
                kept.setProperty(site.id(), Integer.toString(server.port()));
            }
            try (var out = Files.newBufferedWriter(ports)) {
                kept.store(
                        out,
                        "Ports of the demo's news sites, by which their articles are known, and by how many weeks their"
                                + " dates are moved: keep this file.");
            }
        } catch (IOException e) {
            servers.forEach(SiteServer::close);
            throw e;
        }
        return new Newsroom(servers, calendar);
    }

    private static SiteServer open(NewsCalendar calendar, Site site, int port) throws IOException {
        try {
            return SiteServer.open(calendar.moved(site), calendar, port);
        } catch (BindException e) {
            throw new IOException(
                    "Port " + port + " of the demo's news site '" + site.name() + "' is in use by another program. Stop"
                            + " that one, or begin with another data folder (--data DIR), where other ports are chosen.",
                    e);
        }
    }

    /// The sites as sources for the crawler.
    public List<Source> sources() {
        return servers.stream()
                .map(server -> {
                    Site site = server.site();
                    URI feed = URI.create(server.origin() + site.feedPath());
                    return new Source(site.id(), site.name(), URI.create(server.origin() + "/"), feed, site.language());
                })
                .toList();
    }

    /// The `host:port` pairs of the sites.
    public List<String> authorities() {
        return servers.stream().map(server -> "127.0.0.1:" + server.port()).toList();
    }

    /// By how many weeks all dates are moved.
    public int weeks() {
        return calendar.weeks();
    }

    /// How many articles there are on all sites.
    public static int size() {
        return Sites.all().stream().mapToInt(site -> site.pieces().size()).sum();
    }

    @Override
    public void close() {
        servers.forEach(SiteServer::close);
    }

    /// A file of the newsroom, which is part of the program.
    static String file(String name) {
        String path = "/newsroom/" + name;
        try (InputStream in = Objects.requireNonNull(Newsroom.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }
}
