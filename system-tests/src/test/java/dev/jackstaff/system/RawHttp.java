package dev.jackstaff.system;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** HTTP/1.1 by hand, for requests that no proper client would send. One connection for each. */
final class RawHttp {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private RawHttp() {}

    /** An answer; header names are in lower case, and the values of one name are joined with commas. */
    record Answer(int status, Map<String, String> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    static Answer send(String server, String method, String path, Map<String, String> headers, byte[] body) {
        URI address = URI.create(server);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(Math.toIntExact(LIMIT.toMillis()));
            StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            head.append("Host: ").append(address.getAuthority()).append("\r\nConnection: close\r\n");
            head.append("Content-Length: ").append(body.length).append("\r\n");
            headers.forEach((name, value) ->
                    head.append(name).append(": ").append(value).append("\r\n"));
            write(socket, (head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            write(socket, body);
            return answer(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        }
    }

    /** A server that has read enough may answer before it has read all. */
    private static void write(Socket socket, byte[] bytes) throws IOException {
        try {
            socket.getOutputStream().write(bytes);
        } catch (IOException cutShort) {
            if (socket.getInputStream().available() == 0) {
                throw cutShort;
            }
        }
    }

    private static Answer answer(InputStream stream) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        stream.transferTo(bytes);
        String text = bytes.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new IOException("no answer: " + text);
        }
        List<String> lines = text.substring(0, end).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(':');
            headers.merge(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip(),
                    (first, next) -> first + ", " + next);
        }
        return new Answer(Integer.parseInt(lines.get(0).split(" ", -1)[1]), headers, text.substring(end + 4));
    }
}
