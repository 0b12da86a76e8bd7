package dev.jackstaff.api.http;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions in ETag and If-Match headers, such as {@code "3"}, or {@code "3.7"} with the changes of parts. */
public final class VersionHeaders {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})(?:\\.\\d{1,18})?\"");
    private static final long NEVER_MATCHING = -1;

    private VersionHeaders() {}

    /**
     * Parses the expected version of a write.
     *
     * @param ifMatch the request's header, which takes precedence; null if it has none
     * @param sent the version in the body; null if it has none
     */
    public static ExpectedVersion parseIfMatch(@Nullable String ifMatch, @Nullable Long sent) {
        if (ifMatch == null) {
            return sent == null ? ExpectedVersion.any() : ExpectedVersion.of(sent);
        }
        if (ifMatch.strip().equals("*")) {
            return ExpectedVersion.any();
        }
        if (ifMatch.indexOf(',') >= 0) {
            throw new DomainException.Invalid("If-Match", "must be a single entity tag");
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        return ExpectedVersion.of(tag.matches() ? Long.parseLong(tag.group(1)) : NEVER_MATCHING);
    }

    /** As {@link #parseIfMatch(String, Long)}, for requests without a body. */
    public static ExpectedVersion parseIfMatch(@Nullable String ifMatch) {
        return parseIfMatch(ifMatch, null);
    }

    /** A 200 response with the body and its ETag. */
    public static Response ok(Object body, long version) {
        return Response.ok(body).tag(tag(version)).build();
    }

    /**
     * A 200 response with the body and its ETag, of something whose body also tells of changes to its parts.
     *
     * @param partChanges counts those; they change the tag, but If-Match does not go by them
     */
    public static Response ok(Object body, long version, long partChanges) {
        String tag = partChanges == 0 ? Long.toString(version) : version + "." + partChanges;
        return Response.ok(body).tag(new EntityTag(tag)).build();
    }

    /** A 201 response with Location, body and ETag. */
    public static Response created(URI location, Object body, long version) {
        return Response.created(location).entity(body).tag(tag(version)).build();
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
