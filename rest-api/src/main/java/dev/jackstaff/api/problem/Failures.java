package dev.jackstaff.api.problem;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.cacheaside.CacheAside;
import dev.jackstaff.protocols.flexflag.Flexflag;
import dev.jackstaff.protocols.ofrep.Ofrep;
import jakarta.annotation.Priority;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers what resources throw with a problem; under the routes of another protocol, with its own form of error.
 *
 * @param <T> what is thrown
 */
@Priority(1)
abstract sealed class Failures<T extends Throwable> implements ExceptionMapper<T> permits AnyFailure, CommitFailure {
    private static final List<String> KEPT =
            List.of(HttpHeaders.ALLOW, HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE);

    @Context
    @Nullable
    UriInfo uri;

    /** How other protocols refuse, by how their paths begin; those of FlexFlag are its own beside the management API's. */
    private static final Map<String, BiFunction<Integer, String, Reply>> FORMS = Map.of(
            "ofrep", Ofrep::failure,
            "api/v1/auth/register", Flexflag::failure,
            "api/v1/auth/profile", Flexflag::failure,
            "api/v1/flags", Flexflag::failure,
            "api/v1/environments", Flexflag::failure,
            "api/v1/edge", Flexflag::failure,
            "api/v1/evaluate", Flexflag::failure,
            "flags", CacheAside::failure);

    @Override
    public Response toResponse(T failure) {
        Response problem = Problems.response(failure);
        String path = uri == null ? "" : uri.getPath();
        return FORMS.entrySet().stream()
                .filter(form -> path.equals(form.getKey()) || path.startsWith(form.getKey() + "/"))
                .findFirst()
                .map(form -> other(form.getValue(), problem))
                .orElse(problem);
    }

    private static Response other(BiFunction<Integer, String, Reply> form, Response problem) {
        Reply reply = form.apply(problem.getStatus(), ((Problem) problem.getEntity()).detail());
        Response.ResponseBuilder response = Response.status(reply.status()).entity(reply.body());
        for (String name : KEPT) {
            String value = problem.getHeaderString(name);
            if (value != null) {
                response.header(name, value);
            }
        }
        return response.type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
