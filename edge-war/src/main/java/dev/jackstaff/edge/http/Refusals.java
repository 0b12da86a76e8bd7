package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.ofrep.Ofrep;
import jakarta.annotation.Priority;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What no resource takes, or what failed in one: an answer in JSON that every client here can read, never a page. What is the
 * server's own fault says nothing but an id that is logged.
 */
@Priority(1)
public class Refusals implements ExceptionMapper<Throwable> {
    private static final int SERVER_ERROR = 500;
    private static final Logger LOG = Logger.getLogger(Refusals.class.getName());

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatus() < SERVER_ERROR) {
            LOG.log(Level.FINE, "Refused.", refused);
            return refusal(refused);
        }
        UUID id = UUID.randomUUID();
        LOG.log(Level.SEVERE, "Request failed, id " + id + ".", failure);
        return json(Response.status(SERVER_ERROR), Ofrep.failure(SERVER_ERROR, "internal error, id " + id));
    }

    private static Response refusal(WebApplicationException refused) {
        Response cause = refused.getResponse();
        Response.ResponseBuilder response = Response.status(cause.getStatus());
        String allow = cause.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            response.header(HttpHeaders.ALLOW, allow);
        }
        return json(response, Ofrep.failure(cause.getStatus(), String.valueOf(refused.getMessage())));
    }

    private static Response json(Response.ResponseBuilder response, Reply reply) {
        return response.entity(reply.body())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
