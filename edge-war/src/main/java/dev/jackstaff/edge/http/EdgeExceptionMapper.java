package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.http.Reply;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
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

    @Context
    @Nullable
    UriInfo uri;

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
        return EdgeRefusals.of(uri == null ? "/" : "/" + uri.getPath(), status, sentence);
    }

    private static Response json(Response.ResponseBuilder response, Reply reply) {
        return response.entity(reply.body())
                .type(reply.headers().getOrDefault(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON))
                .build();
    }
}
