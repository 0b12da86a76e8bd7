package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.Reply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Request and response bodies in a form that tests can read. */
final class RequestBodies {
    private RequestBodies() {}

    /** JSON with single quotes. */
    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static RequestPayload payload(String json) {
        return RequestPayload.of(bytes(json));
    }

    /** A reply's body, decompressed if necessary, with single quotes. */
    static String text(Reply reply) {
        byte[] body = "gzip".equals(reply.headers().get("Content-Encoding")) ? unzipped(reply.body()) : reply.body();
        return text(body);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace('"', '\'');
    }

    private static byte[] unzipped(byte[] gzip) {
        try {
            return new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes();
        } catch (IOException torn) {
            throw new UncheckedIOException(torn);
        }
    }
}
