package dev.jackstaff.protocols.unleash.http;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In which form, and on which condition, a client wants a document.
 *
 * @param gzip whether it takes gzip. No other coding is ever used: Unleash's Java SDK announces deflate and cannot read it
 * @param ifNoneMatch the tags of what it has; null where it has nothing
 */
record Wanted(boolean gzip, @Nullable String ifNoneMatch) {
    /** Plain, and whatever the client may have. */
    static final Wanted PLAIN = new Wanted(false, null);

    static Wanted in(Function<String, @Nullable String> headers) {
        return new Wanted(takesGzip(headers.apply("Accept-Encoding")), headers.apply("If-None-Match"));
    }

    /** RFC 9110, section 12.5.3; what is said of gzip by name goes before what is said of all. */
    private static boolean takesGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        boolean any = false;
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            String[] parts = coding.strip().split(";", 2);
            boolean refused = parts.length > 1 && parts[1].strip().matches("q\\s*=\\s*0(\\.0*)?");
            String name = parts[0].strip();
            if (name.equals("gzip") || name.equals("x-gzip")) {
                return !refused;
            }
            any |= name.equals("*") && !refused;
        }
        return any;
    }
}
