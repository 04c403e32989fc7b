package org.supplierscope.deploy.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;

/// One request on a connection of the local web, and the means to answer it, well or badly.
final class Exchange {

    private static final int LONGEST_HEAD = 16 * 1024;

    private final Socket socket;
    private final String path;

    private Exchange(Socket socket, String path) {
        this.socket = socket;
        this.path = path;
    }

    /// Reads a request's head.
    ///
    /// @throws IOException when there is none
    static Exchange read(Socket socket) throws IOException {
        InputStream in = new BufferedInputStream(socket.getInputStream());
        var head = new StringBuilder();
        while (!endsHead(head)) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST_HEAD) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        String[] line = head.toString().split("\r\n", 2)[0].split(" ", -1);
        return new Exchange(socket, line.length > 1 ? line[1] : "/");
    }

    private static boolean endsHead(StringBuilder head) {
        int length = head.length();
        return length >= 4 && head.substring(length - 4).equals("\r\n\r\n");
    }

    /// What is asked for, with its query.
    String path() {
        return path;
    }

    /// A whole, honest answer.
    void answer(int status, String contentType, String body, String... headers) throws IOException {
        answer(status, contentType, body.getBytes(UTF_8), headers);
    }

    /// A whole, honest answer.
    void answer(int status, String contentType, byte[] body, String... headers) throws IOException {
        head(status, "Content-Type: " + contentType, "Content-Length: " + body.length, String.join("\r\n", headers));
        out().write(body);
        out().flush();
    }

    /// Sends the reader elsewhere.
    void redirect(int status, String target) throws IOException {
        answer(status, "text/plain", "", "Location: " + target);
    }

    /// The head of an answer alone.
    void head(int status, String... headers) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(status).append(" Said\r\nConnection: close\r\n");
        for (String header : headers) {
            if (!header.isEmpty()) {
                head.append(header).append("\r\n");
            }
        }
        out().write(head.append("\r\n").toString().getBytes(ISO_8859_1));
        out().flush();
    }

    /// The same bytes again and again, until the other side hangs up.
    ///
    /// @param pause between two of them
    void repeat(byte[] bytes, Duration pause) throws IOException, InterruptedException {
        while (true) {
            out().write(bytes);
            out().flush();
            Thread.sleep(pause);
        }
    }

    OutputStream out() throws IOException {
        return socket.getOutputStream();
    }
}
