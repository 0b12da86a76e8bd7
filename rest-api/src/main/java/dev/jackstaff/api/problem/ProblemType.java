package dev.jackstaff.api.problem;

import java.util.Locale;

/** The kinds of problems. Each has a stable URI, one status and one title, and a section in {@code docs/problems.md}. */
public enum ProblemType {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    INVALID_REQUEST(400, "The request says something that cannot be"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "You may not do this"),
    NOT_FOUND(404, "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "This cannot be done to it"),
    NOT_ACCEPTABLE(406, "There is no such representation"),
    CONFLICT(409, "What exists stands against it"),
    STALE(412, "Somebody changed it since you read it"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a kind that is not read here"),
    REFUSED(400, "The request was refused"),
    THROTTLED(429, "Too many attempts"),
    INTERNAL_ERROR(500, "The hub failed"),
    UNAVAILABLE(503, "The hub cannot do this now");

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
