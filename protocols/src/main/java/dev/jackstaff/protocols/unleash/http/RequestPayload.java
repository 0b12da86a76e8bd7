package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.RequestBody;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A request body, read and decompressed once on demand, after the key was checked, so that bodies of callers without
 * access are not read.
 */
final class RequestPayload {
    private final InputStream stream;
    private final @Nullable String coding;

    private RequestPayload(InputStream stream, @Nullable String coding) {
        this.stream = stream;
        this.coding = coding;
    }

    /** A complete body without a content coding. */
    static RequestPayload of(byte[] body) {
        return new RequestPayload(new ByteArrayInputStream(body), null);
    }

    /** A complete body with a content coding. */
    static RequestPayload of(byte[] body, String coding) {
        return new RequestPayload(new ByteArrayInputStream(body), coding);
    }

    /** The body of an incoming request. */
    static RequestPayload of(InputStream body, Function<String, @Nullable String> headers) {
        return new RequestPayload(body, headers.apply("Content-Encoding"));
    }

    /** The bytes, decompressed. */
    byte[] bytes() throws RefusedRequestException {
        String name = coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> readRaw();
            case "gzip", "x-gzip" -> inflate(readRaw());
            default ->
                throw new RefusedRequestException(
                        UnleashAccess.unsupported("unsupported Content-Encoding; only gzip is accepted"));
        };
    }

    private byte[] readRaw() throws RefusedRequestException {
        try {
            return RequestBody.read(stream);
        } catch (WebApplicationException refused) {
            throw new RefusedRequestException(UnleashAccess.refusal(refused));
        }
    }

    private static byte[] inflate(byte[] packed) throws RefusedRequestException {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = gzip.readNBytes(RequestBody.MAX_BYTES);
            if (bytes.length == RequestBody.MAX_BYTES && gzip.read() >= 0) {
                throw new RefusedRequestException(
                        UnleashAccess.tooLarge("the body has more than " + RequestBody.MAX_BYTES + " bytes"));
            }
            return bytes;
        } catch (IOException incomplete) {
            throw new RefusedRequestException(UnleashAccess.badRequest("the body is not complete gzip data"));
        }
    }
}
