package org.supplierscope.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server on loopback that does what it likes with the socket: each path is given a behaviour of its own.
public final class HostileServer implements AutoCloseable {

    /// What the server does once it has read a request.
    public interface Behaviour {
        /// Writes whatever it wants; the socket is closed afterwards.
        void answer(OutputStream out) throws IOException, InterruptedException;
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d{1,6})");

    private final ServerSocket server;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> halfClosed = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /// Starts listening.
    public HostileServer() throws IOException {
        this(new ServerSocket(0, 1000, InetAddress.ofLiteral("127.0.0.1")));
    }

    /// Listens on a socket that is bound to loopback, such as one for TLS.
    public HostileServer(ServerSocket server) {
        this.server = server;
        Thread.ofVirtual().start(this::accept);
    }

    /// What is to happen at a path.
    public HostileServer at(String path, Behaviour behaviour) {
        behaviours.put(path, behaviour);
        return this;
    }

    /// The same for the bytes of a whole answer.
    public HostileServer at(String path, String answer) {
        return at(path, out -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /// The bytes of a beginning, and nothing more until the client hangs up.
    public HostileServer silentAt(String path, String answer) {
        silent.add(path);
        return at(path, answer);
    }

    /// The bytes of a beginning; then the server's half of the connection ends, and it waits for the client to
    /// end its own.
    public HostileServer halfClosedAt(String path, String answer) {
        halfClosed.add(path);
        return at(path, answer);
    }

    /// The address of a path.
    public URI url(String path) {
        return URI.create("http://" + authority() + path);
    }

    /// `host:port`.
    public String authority() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /// The heads of the requests so far.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /// The bodies of the requests so far, as far as they said how long they are.
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /// How many connections were made so far.
    public int connections() {
        return connections.get();
    }

    /// How many sockets are open.
    public int openSockets() {
        return open.size();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // The server was closed.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            requests.add(head);
            Matcher length = LENGTH.matcher(head);
            if (length.find()) {
                byte[] body = socket.getInputStream().readNBytes(Integer.parseInt(length.group(1)));
                bodies.add(new String(body, StandardCharsets.UTF_8));
            }
            Behaviour behaviour = behaviours.get(head.split(" ", 3)[1]);
            if (behaviour == null) {
                socket.getOutputStream()
                        .write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.ISO_8859_1));
            } else {
                behaviour.answer(socket.getOutputStream());
            }
            socket.getOutputStream().flush();
            String path = head.split(" ", 3)[1];
            if (halfClosed.contains(path)) {
                socket.shutdownOutput();
            }
            if (halfClosed.contains(path) || silent.contains(path)) {
                var _ = socket.getInputStream().read();
            }
        } catch (IOException | InterruptedException e) {
            // The client has had enough, which is what many of the behaviours are for.
        } finally {
            open.remove(socket);
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
