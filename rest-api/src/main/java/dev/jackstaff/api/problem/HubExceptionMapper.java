package dev.jackstaff.api.problem;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * The mapper of exceptions to problem documents, or to another protocol's error format under its routes.
 *
 * @param <T> the type of exceptions
 */
@Priority(1)
abstract sealed class HubExceptionMapper<T extends Throwable> implements ExceptionMapper<T>
        permits UncaughtExceptionMapper, CommitExceptionMapper {
    @Context
    @Nullable
    UriInfo uri;

    @Override
    public Response toResponse(T failure) {
        ProblemAnswer answer = ProblemMapper.map(failure);
        Problem problem = answer.problem();
        return ProtocolFormats.format(uri == null ? "/" : "/" + uri.getPath(), problem)
                .map(reply -> answer.toResponse(reply.body(), MediaType.APPLICATION_JSON))
                .orElseGet(answer::toResponse);
    }
}
