package dev.jackstaff.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.Violation;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not served, for programs and people (RFC 9457).
 *
 * @param type a stable URI with a section in the documentation
 * @param title fixed for the type
 * @param detail what is the matter this time; a sentence
 * @param violations what is wrong, field by field; left out where there is none
 * @param line where the body cannot be read, counted from 1; left out elsewhere
 * @param column as {@code line}
 * @param id under which an internal error is logged; left out elsewhere
 */
@Schema(name = "Problem", description = "Why a request was not served (RFC 9457).")
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

    static Problem of(ProblemType type, int status, String detail) {
        return new Problem(type.uri(), type.title(), status, detail, List.of(), null, null, null);
    }

    public static Problem invalid(List<Violation> violations) {
        ProblemType type = ProblemType.INVALID_REQUEST;
        String detail = violations.size() == 1
                ? violations.get(0).toString()
                : violations.size() + " things are wrong; see the violations";
        return new Problem(type.uri(), type.title(), type.status(), detail, violations, null, null, null);
    }

    /** A body that cannot be read beyond a place, counted from 1. */
    public static Problem malformed(String reason, int line, int column) {
        ProblemType type = ProblemType.MALFORMED_REQUEST;
        String detail = reason + " (line " + line + ", column " + column + ")";
        return new Problem(type.uri(), type.title(), type.status(), detail, List.of(), line, column, null);
    }

    static Problem internal(String id) {
        ProblemType type = ProblemType.INTERNAL_ERROR;
        String detail = "this is the hub's own fault; it is logged under the id " + id;
        return new Problem(type.uri(), type.title(), type.status(), detail, List.of(), null, null, id);
    }
}
