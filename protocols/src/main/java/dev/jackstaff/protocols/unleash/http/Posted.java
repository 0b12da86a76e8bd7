package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.RequestBody;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The body of a request as it arrived: perhaps compressed, perhaps torn. That is found out when it is asked for. */
final class Posted {
    private static final byte[] NONE = {};

    private final byte[] raw;
    private final @Nullable String coding;
    private final @Nullable Reply refusal;

    private Posted(byte[] raw, @Nullable String coding, @Nullable Reply refusal) {
        this.raw = raw;
        this.coding = coding;
        this.refusal = refusal;
    }

    /** A body that arrived whole, in no coding. */
    static Posted of(byte[] body) {
        return new Posted(body, null, null);
    }

    /** The same in a coding. */
    static Posted of(byte[] body, String coding) {
        return new Posted(body, coding, null);
    }

    /** Reads what arrives. What is wrong with it matters only to who may ask. */
    static Posted read(InputStream body, Function<String, @Nullable String> headers) {
        try {
            return new Posted(RequestBody.read(body), headers.apply("Content-Encoding"), null);
        } catch (WebApplicationException refused) {
            return new Posted(NONE, null, Gate.refusal(refused));
        }
    }

    /** The bytes, decoded. */
    byte[] bytes() throws Refused {
        if (refusal != null) {
            throw new Refused(refusal);
        }
        String name = coding == null ? "" : coding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> raw;
            case "gzip", "x-gzip" -> inflated();
            default -> throw new Refused(Gate.unsupported("this takes gzip, and no other coding of the body"));
        };
    }

    private byte[] inflated() throws Refused {
        try (InputStream gzip = new GZIPInputStream(new ByteArrayInputStream(raw))) {
            byte[] bytes = gzip.readNBytes(RequestBody.LARGEST + 1);
            if (bytes.length > RequestBody.LARGEST) {
                throw new Refused(Gate.tooLarge("the body has more than " + RequestBody.LARGEST + " bytes"));
            }
            return bytes;
        } catch (IOException torn) {
            throw new Refused(Gate.badRequest("the body is no gzip, or it is torn"));
        }
    }
}
