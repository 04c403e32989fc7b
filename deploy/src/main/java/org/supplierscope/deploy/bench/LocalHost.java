package org.supplierscope.deploy.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;

/// One host of the local web: a socket of its own, a behaviour, and a note of how it is treated.
final class LocalHost implements AutoCloseable {

    private final ServerSocket socket;
    private final Behaviour behaviour;
    private final HostSite site;
    private final Manners manners;
    private final ExecutorService threads;

    /// @param socket listening already
    /// @param threads one each for the host, its connections and their watchers
    LocalHost(ServerSocket socket, Behaviour behaviour, HostSite site, Manners manners, ExecutorService threads) {
        this.socket = socket;
        this.behaviour = behaviour;
        this.site = site;
        this.manners = manners;
        this.threads = threads;
    }

    void open() {
        threads.execute(this::accept);
    }

    Behaviour behaviour() {
        return behaviour;
    }

    HostSite site() {
        return site;
    }

    Manners manners() {
        return manners;
    }

    /// `host:port`, as it stands in addresses.
    static String authority(ServerSocket socket) {
        var address = (InetSocketAddress) socket.getLocalSocketAddress();
        return address.getAddress().getHostAddress() + ":" + address.getPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (IOException e) {
                // Closed, or the other side was gone before it was taken: the next one counts.
            }
        }
    }

    private void serve(Socket connection) {
        var over = new AtomicBoolean();
        try (connection) {
            Exchange exchange = Exchange.read(connection);
            manners.begins(exchange.path());
            try {
                // A reader that hangs up has ended the exchange at that moment, whatever is still being
                // written.
                threads.execute(() -> watch(connection, over));
                behaviour.answer(exchange, site);
            } finally {
                end(over);
            }
        } catch (IOException e) {
            // The reader hung up, which is its right.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watch(Socket connection, AtomicBoolean over) {
        try {
            InputStream in = connection.getInputStream();
            while (in.read() >= 0) {
                // Nothing more is expected of a reader; it is read to learn of the end.
            }
        } catch (IOException e) {
            // That is an end as well.
        }
        end(over);
    }

    private void end(AtomicBoolean over) {
        if (over.compareAndSet(false, true)) {
            manners.ends();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
