package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.RequestBody;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request, perhaps compressed, perhaps torn. It is taken in when it is asked for, once: that is after the key was
 * looked at, so that what strangers send is not.
 */
final class Posted {
    private final InputStream stream;
    private final @Nullable String coding;

    private Posted(InputStream stream, @Nullable String coding) {
        this.stream = stream;
        this.coding = coding;
    }

    /** A body that arrived whole, in no coding. */
    static Posted of(byte[] body) {
        return new Posted(new ByteArrayInputStream(body), null);
    }

    /** The same in a coding. */
    static Posted of(byte[] body, String coding) {
        return new Posted(new ByteArrayInputStream(body), coding);
    }

    /** What arrives with a request. */
    static Posted in(InputStream body, Function<String, @Nullable String> headers) {
        return new Posted(body, headers.apply("Content-Encoding"));
    }

    /** The bytes, decoded. */
    byte[] bytes() throws Refused {
        String name = coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> raw();
            case "gzip", "x-gzip" -> inflated(raw());
            default -> throw new Refused(Gate.unsupported("this takes gzip, and no other coding of the body"));
        };
    }

    private byte[] raw() throws Refused {
        try {
            return RequestBody.read(stream);
        } catch (WebApplicationException refused) {
            throw new Refused(Gate.refusal(refused));
        }
    }

    private static byte[] inflated(byte[] packed) throws Refused {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            byte[] bytes = gzip.readNBytes(RequestBody.LARGEST);
            if (bytes.length == RequestBody.LARGEST && gzip.read() >= 0) {
                throw new Refused(Gate.tooLarge("the body has more than " + RequestBody.LARGEST + " bytes"));
            }
            return bytes;
        } catch (IOException torn) {
            throw new Refused(Gate.badRequest("the body is no gzip, or it is torn"));
        }
    }
}
