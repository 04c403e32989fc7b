package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// A web of many hosts on loopback: each has an address of its own where the system has them (all of
/// 127.0.0.0/8 on Linux), else a port of its own.
public final class LocalWeb implements AutoCloseable {

    private static final int BACKLOG = 16;

    private final List<LocalHost> hosts = new ArrayList<>();
    private Set<String> healthy = Set.of();
    private final Set<String> served = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("web-", 0).factory());

    /// How the web is made up.
    ///
    /// @param healthy how many hosts are well
    /// @param bad how many are not; they show every kind of trouble in turn
    /// @param articles how many each host has
    /// @param pause the delay due to a host that does not ask for one
    /// @param longPause the delay that some hosts ask for, whole seconds
    public record Plan(int healthy, int bad, int articles, Duration pause, Duration longPause) {}

    private LocalWeb() {}

    /// Opens every host.
    ///
    /// @throws IOException when there are not enough ports or descriptors
    public static LocalWeb open(Plan plan) throws IOException {
        var web = new LocalWeb();
        try {
            int port = 0;
            for (int i = 0; i < plan.healthy() + plan.bad(); i++) {
                port = web.add(i, behaviour(plan, i), plan, port);
            }
        } catch (IOException e) {
            web.close();
            throw e;
        }
        web.healthy = web.healthy();
        web.hosts.forEach(LocalHost::open);
        return web;
    }

    private static Behaviour behaviour(Plan plan, int number) {
        if (number >= plan.healthy()) {
            return Behaviour.BAD.get((number - plan.healthy()) % Behaviour.BAD.size());
        }
        return switch (number % 20) {
            case 7 -> Behaviour.HEALTHY_WITH_DELAY;
            case 13 -> Behaviour.HEALTHY_MOVED;
            default -> Behaviour.HEALTHY;
        };
    }

    private int add(int number, Behaviour behaviour, Plan plan, int port) throws IOException {
        ServerSocket socket = socket(number, port);
        boolean asks = behaviour == Behaviour.HEALTHY_WITH_DELAY;
        String robots = "User-agent: *\nDisallow: /private/\n"
                + (asks ? "Crawl-delay: " + plan.longPause().toSeconds() + "\n" : "");
        String authority = LocalHost.authority(socket);
        var site = new HostSite(number, "http://" + authority, plan.articles(), robots, served::add);
        var manners = new Manners(authority, asks ? plan.longPause() : plan.pause());
        hosts.add(new LocalHost(socket, behaviour, site, manners, threads));
        return socket.getLocalPort();
    }

    private static ServerSocket socket(int number, int port) throws IOException {
        byte[] own = {127, (byte) (1 + number / 250), (byte) (1 + number % 250), 1};
        try {
            return new ServerSocket(port, BACKLOG, InetAddress.getByAddress(own));
        } catch (BindException e) {
            var socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
            return socket;
        }
    }

    /// `host:port` of every host.
    public List<String> authorities() {
        return hosts.stream().map(host -> host.manners().host()).toList();
    }

    /// A source list of all hosts, as `--sources` takes it.
    public String sourceList() {
        var list = new StringBuilder("sources:\n");
        for (LocalHost host : hosts) {
            list.append("  - name: Host ")
                    .append(host.manners().host())
                    .append("\n    feed: ")
                    .append(host.site().origin())
                    .append("/feed.xml\n");
        }
        return list.toString();
    }

    /// Every article of a healthy host, by the number of its host and its own: `12/3`.
    public Set<String> healthyArticles() {
        return healthy;
    }

    private Set<String> healthy() {
        return hosts.stream()
                .filter(host -> host.behaviour().healthy())
                .flatMap(host -> host.site().articles().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /// How many articles of healthy hosts have been sent, each counted once.
    public long served() {
        return served.stream().filter(healthy::contains).count();
    }

    /// What went against the rules at any host, in words.
    public List<String> breaches() {
        return hosts.stream()
                .flatMap(host -> host.manners().breaches().stream())
                .toList();
    }

    /// How many requests came in all.
    public long requests() {
        return hosts.stream().mapToLong(host -> host.manners().requests()).sum();
    }

    /// When the first request of all arrived, by [System#nanoTime()]; `Long.MAX_VALUE` before it.
    public long firstRequest() {
        return hosts.stream()
                .mapToLong(host -> host.manners().firstBegin())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /// The name of an article by its address, as in [#healthyArticles()].
    public String article(java.net.URI url) {
        for (LocalHost host : hosts) {
            if (url.toString().startsWith(host.site().origin() + "/")) {
                return host.site().name(url.getPath());
            }
        }
        return url.toString();
    }

    @Override
    public void close() throws IOException {
        for (LocalHost host : hosts) {
            host.close();
        }
        threads.shutdownNow();
    }
}
