package dev.jackstaff.api.problem;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/** A problem document with the headers of its response. */
record ProblemAnswer(Problem problem, Map<String, Object> headers) {
    ProblemAnswer {
        headers = Map.copyOf(headers);
    }

    static ProblemAnswer of(Problem problem) {
        return new ProblemAnswer(problem, Map.of());
    }

    /** A copy of this answer with one more header. */
    ProblemAnswer with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(headers);
        more.put(name, value);
        return new ProblemAnswer(problem, more);
    }

    /** The response with the problem document. */
    Response toResponse() {
        return toResponse(problem, Problem.MEDIA_TYPE);
    }

    /** The response with another document in place of the problem. */
    Response toResponse(Object document, String mediaType) {
        Response.ResponseBuilder response = Response.status(problem.status());
        headers.forEach(response::header);
        return response.entity(document).type(mediaType).build();
    }
}
