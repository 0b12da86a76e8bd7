package dev.jackstaff.protocols.http;

import dev.jackstaff.protocols.environment.LiveEnvironments;
import dev.jackstaff.protocols.json.JsonBytes;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Problem details (RFC 9457) for edges that fetch snapshots or send usage and status. */
public final class ProblemReply {
    private static final String MEDIA_TYPE = "application/problem+json";

    private ProblemReply() {}

    /** A problem response with a status and a detail. */
    public static Reply of(int status, String detail) {
        byte[] body = JsonBytes.object(json -> {
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", title(status));
            json.writeNumberField("status", status);
            json.writeStringField("detail", detail);
        });
        return Reply.of(status, body).with("Content-Type", MEDIA_TYPE);
    }

    /** A 503 with Retry-After. */
    public static Reply retryLater(int seconds, String detail) {
        return of(Reply.UNAVAILABLE, detail).with("Retry-After", Integer.toString(seconds));
    }

    /** The refusal of a key that reaches no environment. */
    public static Reply ofUnknownKey(@Nullable String key, LiveEnvironments environments) {
        if (key != null && !environments.isComplete()) {
            return notReady();
        }
        String detail =
                key == null ? "an edge key is required, in X-API-Key or Authorization" : "unknown or revoked edge key";
        return of(Reply.UNAUTHORIZED, detail).with("WWW-Authenticate", "Bearer");
    }

    /** A 503 for the time in which it is not known yet what keys open. */
    public static Reply notReady() {
        return retryLater(1, "not every snapshot has arrived yet");
    }

    private static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "Refused" : known.getReasonPhrase();
    }
}
