package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.EntityTags;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The content negotiation and preconditions of a request.
 *
 * @param acceptsGzip whether the client accepts gzip. No other coding is ever used: Unleash's Java SDK announces
 *     deflate and cannot read it
 * @param ifNoneMatch the tags of what the client has; null if it has nothing
 */
record Negotiation(boolean acceptsGzip, @Nullable String ifNoneMatch) {
    /** A request without content coding and preconditions. */
    static final Negotiation PLAIN = new Negotiation(false, null);

    private static final String GZIP = "gzip";

    static Negotiation of(Function<String, @Nullable String> headers) {
        return new Negotiation(acceptsGzip(headers.apply("Accept-Encoding")), headers.apply("If-None-Match"));
    }

    /** Whether the client already has the representation with a tag. */
    boolean hasTag(String tag) {
        return ifNoneMatch != null && (ifNoneMatch.equals(tag) || EntityTags.matches(ifNoneMatch, tag));
    }

    /** Whether the client may have a representation whose tag has this ending. */
    boolean mayHaveTagEnding(String end) {
        return ifNoneMatch != null && ifNoneMatch.contains(end);
    }

    private static boolean acceptsGzip(@Nullable String accepted) {
        return accepted != null && (accepted.equals(GZIP) || accepts(accepted.toLowerCase(Locale.ROOT)));
    }

    /** Whether gzip is acceptable (RFC 9110, section 12.5.3); an entry for gzip takes precedence over one for all. */
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
            if (name.equals(GZIP) || name.equals("x-gzip")) {
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
