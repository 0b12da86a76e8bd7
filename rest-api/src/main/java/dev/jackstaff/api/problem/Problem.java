package dev.jackstaff.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.Violation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A problem document: why a request failed, for programs and people (RFC 9457).
 *
 * @param type a stable URI with a section in the documentation
 * @param title fixed for the type
 * @param detail the cause in this case, as a sentence
 * @param violations the fields that are the reason, each with its own; left out if there are none
 * @param line the line at which the body cannot be parsed, counted from 1; left out otherwise
 * @param column the column, as {@code line}
 * @param id the id under which an internal error is logged; left out otherwise
 */
@Schema(
        description = "The reason why a request failed (RFC 9457).",
        requiredProperties = {"type", "title", "status", "detail"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Violation> violations,
        @Nullable Integer line,
        @Nullable Integer column,
        @Nullable String id) {
    /** The media type of every problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        violations = List.copyOf(violations);
    }

    public static Problem of(ProblemType type, String detail) {
        return of(type, type.status(), detail);
    }

    /** The problem of a request that the server refuses with a status of its choice. */
    public static Problem of(int status, String detail) {
        return of(ProblemType.of(status), status, detail);
    }

    static Problem of(ProblemType type, int status, String detail) {
        return new Problem(type.uri(), type.title(), status, detail, List.of(), null, null, null);
    }

    public static Problem invalid(List<Violation> violations) {
        ProblemType type = ProblemType.INVALID_REQUEST;
        String detail =
                violations.size() == 1 ? violations.get(0).toString() : violations.size() + " errors; see violations";
        return new Problem(type.uri(), type.title(), type.status(), detail, violations, null, null, null);
    }

    static Problem conflict(String detail, List<Violation> violations) {
        ProblemType type = ProblemType.CONFLICT;
        return new Problem(type.uri(), type.title(), type.status(), detail, violations, null, null, null);
    }

    /** The problem of a body that cannot be parsed beyond a place, counted from 1. */
    public static Problem malformed(String reason, int line, int column) {
        ProblemType type = ProblemType.MALFORMED_REQUEST;
        String detail = reason + " (line " + line + ", column " + column + ")";
        return new Problem(type.uri(), type.title(), type.status(), detail, List.of(), line, column, null);
    }

    static Problem internal(String id) {
        ProblemType type = ProblemType.INTERNAL_ERROR;
        String detail = "internal error of the hub; its log has the cause under the id " + id;
        return new Problem(type.uri(), type.title(), type.status(), detail, List.of(), null, null, id);
    }
}
