package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.protocols.http.EntityTags;
import dev.jackstaff.protocols.http.GzipCoding;
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

    static Negotiation of(Function<String, @Nullable String> headers) {
        return new Negotiation(
                GzipCoding.isAcceptable(headers.apply("Accept-Encoding")), headers.apply("If-None-Match"));
    }

    /** Whether the client already has the content with a tag, in plain or compressed form. */
    boolean hasTag(String tag) {
        return EntityTags.matches(ifNoneMatch, tag);
    }
}
