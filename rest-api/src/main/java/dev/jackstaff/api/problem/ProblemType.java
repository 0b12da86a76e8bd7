package dev.jackstaff.api.problem;

import java.util.Locale;

/** The kinds of problems. Each has a stable URI, one status and one title, and a section in {@code docs/problems.md}. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "Malformed request"),
    INVALID_REQUEST(400, "Invalid request"),
    UNAUTHENTICATED(401, "Authentication required"),
    FORBIDDEN(403, "Permission denied"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    CONFLICT(409, "Conflict with the current state"),
    STALE(412, "Changed since it was read"),
    TOO_LARGE(413, "Body too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    REFUSED(400, "Request refused"),
    THROTTLED(429, "Too many attempts"),
    INTERNAL_ERROR(500, "Internal error"),
    NOT_IMPLEMENTED(501, "Not implemented"),
    UNAVAILABLE(503, "Temporarily unavailable");

    private static final String BASE = "https://jackstaff.dev/problems/";

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** The name of the type in its URI: lower case, with hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String uri() {
        return BASE + label();
    }

    /** The type that describes a status chosen by a server or a framework. */
    static ProblemType of(int status) {
        for (ProblemType type : values()) {
            if (type.status == status) {
                return type;
            }
        }
        return status < INTERNAL_ERROR.status ? REFUSED : INTERNAL_ERROR;
    }
}
