package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.cacheaside.CacheAsideHandler;
import dev.jackstaff.protocols.flexflag.FlexflagHandler;
import dev.jackstaff.protocols.fluxgate.FluxgateHandler;
import dev.jackstaff.protocols.http.ProblemReply;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.ofrep.OfrepHandler;
import dev.jackstaff.protocols.unleash.http.ClientApi;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The exception mapper of the edge: answers in the form of the protocol whose path was requested, else in OFREP's. A
 * server error shows only an id that is logged.
 */
@Priority(1)
public class EdgeExceptionMapper implements ExceptionMapper<Throwable> {
    private static final int SERVER_ERROR = 500;
    private static final Logger LOG = Logger.getLogger(EdgeExceptionMapper.class.getName());

    /** How the protocols refuse, by how their paths begin. */
    private static final Map<String, BiFunction<Integer, String, Reply>> REFUSAL_FORMATS = refusalFormats();

    @Context
    @Nullable
    UriInfo uri;

    private static Map<String, BiFunction<Integer, String, Reply>> refusalFormats() {
        Map<String, BiFunction<Integer, String, Reply>> forms = new HashMap<>();
        forms.put("evaluate", FluxgateHandler::failure);
        forms.put("api/v1/evaluate", FlexflagHandler::failure);
        forms.put("api/v1/cache", FlexflagHandler::failure);
        forms.put("api/v1/sync", ProblemReply::of);
        forms.put("flags", CacheAsideHandler::failure);
        forms.put("cache", CacheAsideHandler::failure);
        forms.put("api/client", ClientApi::failure);
        forms.put("api/frontend", ClientApi::failure);
        forms.put("api/proxy", ClientApi::failure);
        forms.put("edge", ClientApi::failure);
        forms.put("internal-backstage", ClientApi::failure);
        return forms;
    }

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < SERVER_ERROR) {
            LOG.log(Level.FINE, "Request refused.", refused);
            return refusal(refused);
        }
        UUID id = UUID.randomUUID();
        LOG.log(Level.SEVERE, "Request failed, id " + id + ".", failure);
        return json(Response.status(SERVER_ERROR), failure(SERVER_ERROR, "internal error, id " + id));
    }

    private Response refusal(WebApplicationException refused) {
        Response cause = refused.getResponse();
        Response.ResponseBuilder response = Response.status(cause.getStatus());
        String allow = cause.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            response.header(HttpHeaders.ALLOW, allow);
        }
        return json(response, failure(cause.getStatus(), String.valueOf(refused.getMessage())));
    }

    private Reply failure(int status, String sentence) {
        String path = uri == null ? "" : uri.getPath();
        return REFUSAL_FORMATS.entrySet().stream()
                .filter(form -> path.equals(form.getKey()) || path.startsWith(form.getKey() + "/"))
                .findFirst()
                .map(form -> form.getValue().apply(status, sentence))
                .orElseGet(() -> OfrepHandler.failure(status, sentence));
    }

    private static Response json(Response.ResponseBuilder response, Reply reply) {
        return response.entity(reply.body())
                .type(reply.headers().getOrDefault(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON))
                .build();
    }
}
