package dev.jackstaff.api.http;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Versions of resources as entity tags: {@code "3"}. */
public final class VersionHeaders {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");
    private static final long NEVER_MATCHING = -1;

    private VersionHeaders() {}

    /**
     * What a writer expects.
     *
     * @param ifMatch the request's header, which comes first; null where it has none
     * @param sent the version the writer's document names; null where it names none
     */
    public static ExpectedVersion parseIfMatch(@Nullable String ifMatch, @Nullable Long sent) {
        if (ifMatch == null) {
            return sent == null ? ExpectedVersion.any() : ExpectedVersion.of(sent);
        }
        if (ifMatch.strip().equals("*")) {
            return ExpectedVersion.any();
        }
        if (ifMatch.indexOf(',') >= 0) {
            throw new DomainException.Invalid("If-Match", "one entity tag expected");
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        return ExpectedVersion.of(tag.matches() ? Long.parseLong(tag.group(1)) : NEVER_MATCHING);
    }

    /** As {@link #parseIfMatch(String, Long)}, for requests without a document. */
    public static ExpectedVersion parseIfMatch(@Nullable String ifMatch) {
        return parseIfMatch(ifMatch, null);
    }

    /** What was asked for, with its version. */
    public static Response ok(Object body, long version) {
        return Response.ok(body).tag(tag(version)).build();
    }

    /** What was made, with its version and place. */
    public static Response created(URI location, Object body, long version) {
        return Response.created(location).entity(body).tag(tag(version)).build();
    }

    private static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
