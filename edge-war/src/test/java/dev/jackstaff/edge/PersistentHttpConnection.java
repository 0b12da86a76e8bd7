package dev.jackstaff.edge;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A persistent HTTP connection with hand-written requests: an HTTP client would silently open another one. */
record PersistentHttpConnection(Socket socket, InputStream answers) implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: (\\d+)\r\n");

    /** A persistent connection over a connected socket. */
    static PersistentHttpConnection of(Socket socket) throws IOException {
        socket.setSoTimeout(Math.toIntExact(LIMIT.toMillis()));
        return new PersistentHttpConnection(socket, new BufferedInputStream(socket.getInputStream()));
    }

    /**
     * Sends a request, and reads the answer to its end.
     *
     * @return the answer without its body, in lower case
     * @throws EOFException if the connection ends instead
     */
    String get(String path) throws IOException {
        String request = "GET " + path + " HTTP/1.1\r\nHost: localhost" + END_OF_HEAD;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        String head = readHead();
        Matcher length = LENGTH.matcher(head);
        if (!length.find()) {
            throw new IOException("an answer that does not say how long it is: " + head);
        }
        answers.skipNBytes(Long.parseLong(length.group(1)));
        return head;
    }

    private String readHead() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf(END_OF_HEAD, Math.max(0, head.length() - END_OF_HEAD.length())) < 0) {
            int next = answers.read();
            if (next < 0) {
                throw new EOFException("no answer but: " + head);
            }
            head.append((char) next);
        }
        return head.toString().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
