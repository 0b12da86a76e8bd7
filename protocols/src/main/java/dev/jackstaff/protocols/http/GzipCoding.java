package dev.jackstaff.protocols.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The content coding gzip of responses (RFC 9110, section 8.4.1.3). */
public final class GzipCoding {
    /** The coding's name in headers. */
    public static final String NAME = "gzip";

    private GzipCoding() {}

    /** The compressed form of a document. */
    public static byte[] compress(byte[] plain) {
        return compress(plain, Deflater.DEFAULT_COMPRESSION);
    }

    /**
     * The compressed form of a document.
     *
     * @param level one of {@link Deflater}'s
     */
    public static byte[] compress(byte[] plain, int level) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 4 + 64);
        try (GZIPOutputStream gzip = new LevelledStream(bytes, level)) {
            gzip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A gzip stream with a level, which Java's own constructor does not accept. */
    private static final class LevelledStream extends GZIPOutputStream {
        LevelledStream(OutputStream out, int level) throws IOException {
            super(out);
            def.setLevel(level);
        }
    }

    /**
     * Whether a client accepts gzip (RFC 9110, section 12.5.3). An entry for gzip takes precedence over one for all.
     *
     * @param acceptEncoding the header's value; null if the client has not sent it, and then it gets no coding
     */
    public static boolean isAcceptable(@Nullable String acceptEncoding) {
        return acceptEncoding != null
                && (acceptEncoding.equals(NAME) || accepts(acceptEncoding.toLowerCase(Locale.ROOT)));
    }

    private static boolean accepts(String codings) {
        boolean any = false;
        int begin = 0;
        while (begin <= codings.length()) {
            int comma = codings.indexOf(',', begin);
            int end = comma < 0 ? codings.length() : comma;
            int semicolon = codings.indexOf(';', begin);
            int nameEnd = semicolon < 0 || semicolon > end ? end : semicolon;
            String name = codings.substring(begin, nameEnd).strip();
            boolean wanted = isWanted(codings.substring(nameEnd, end));
            if (name.equals(NAME) || name.equals("x-gzip")) {
                return wanted;
            }
            any |= name.equals("*") && wanted;
            begin = end + 1;
        }
        return any;
    }

    /** Whether the weight of a coding is not zero, as {@code ;q=0.000}. */
    private static boolean isWanted(String weight) {
        int equals = weight.indexOf('=');
        if (equals < 0) {
            return true;
        }
        String digits = weight.substring(equals + 1).strip();
        return digits.isEmpty() || digits.chars().anyMatch(digit -> digit != '0' && digit != '.');
    }
}
