package dev.jackstaff.api.problem;

import dev.jackstaff.protocols.cacheaside.CacheAsideHandler;
import dev.jackstaff.protocols.flexflag.FlexflagHandler;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.ofrep.OfrepHandler;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.function.BiFunction;
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

    /**
     * The error formats of other protocols, by path prefix; for FlexFlag, only its paths that the management API does
     * not have.
     */
    private static final Map<String, BiFunction<Integer, String, Reply>> FORMATS_BY_PATH = Map.of(
            "ofrep", OfrepHandler::failure,
            "api/v1/auth/register", FlexflagHandler::failure,
            "api/v1/auth/profile", FlexflagHandler::failure,
            "api/v1/flags", FlexflagHandler::failure,
            "api/v1/environments", FlexflagHandler::failure,
            "api/v1/edge", FlexflagHandler::failure,
            "api/v1/evaluate", FlexflagHandler::failure,
            "flags", CacheAsideHandler::failure);

    @Override
    public Response toResponse(T failure) {
        ProblemAnswer answer = ProblemMapper.map(failure);
        String path = uri == null ? "" : uri.getPath();
        return FORMATS_BY_PATH.entrySet().stream()
                .filter(format -> path.equals(format.getKey()) || path.startsWith(format.getKey() + "/"))
                .findFirst()
                .map(format -> inProtocolFormat(format.getValue(), answer))
                .orElseGet(answer::toResponse);
    }

    private static Response inProtocolFormat(BiFunction<Integer, String, Reply> format, ProblemAnswer answer) {
        Problem problem = answer.problem();
        return answer.toResponse(
                format.apply(problem.status(), problem.detail()).body(), MediaType.APPLICATION_JSON);
    }
}
