package dev.jackstaff.api.problem;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ofrep.Ofrep;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Answers what resources throw with a problem; under the routes of another protocol, with its own form of error.
 *
 * @param <T> what is thrown
 */
@Priority(1)
abstract sealed class Failures<T extends Throwable> implements ExceptionMapper<T> permits AnyFailure, CommitFailure {
    @Context
    @Nullable
    UriInfo uri;

    @Override
    public Response toResponse(T failure) {
        Response problem = Problems.response(failure);
        return uri != null && uri.getPath().startsWith("ofrep/") ? ofrep(problem) : problem;
    }

    private static Response ofrep(Response problem) {
        Reply reply = Ofrep.failure(problem.getStatus(), ((Problem) problem.getEntity()).detail());
        Response.ResponseBuilder response = Response.status(reply.status()).entity(reply.body());
        String allow = problem.getHeaderString(HttpHeaders.ALLOW);
        return (allow == null ? response : response.header(HttpHeaders.ALLOW, allow))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
