package dev.jackstaff.api.idempotency;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.http.HubRefusals;
import dev.jackstaff.api.http.SecretAnswer;
import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.idempotency.Claim;
import dev.jackstaff.domain.idempotency.RepeatableRequest;
import dev.jackstaff.domain.idempotency.StoredAnswer;
import dev.jackstaff.domain.idempotency.boundary.IdempotentRequests;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status.Family;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The filter that carries out a POST with an Idempotency-Key once, and answers it again when it is repeated
 * (draft-ietf-httpapi-idempotency-key-header). Only successes are remembered: what was refused may be sent again.
 */
@RequiresAuthentication
@Priority(Priorities.AUTHENTICATION + 2)
@RequestScoped
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final String CLAIM = IdempotencyFilter.class.getName();
    private static final int UNPROCESSABLE = 422;
    private static final int RETRY_SECONDS = 1;
    private static final Logger LOG = Logger.getLogger(IdempotencyFilter.class.getName());

    @Inject
    IdempotentRequests requests;

    @Inject
    CurrentActor currentActor;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(KEY);
        if (key == null || !request.getMethod().equals(HttpMethod.POST)) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        String address = request.getUriInfo().getRequestUri().getRawSchemeSpecificPart();
        RepeatableRequest repeatable = RequestFingerprint.of(
                currentActor.actor(), key, request.getMethod(), address.replaceFirst("^//[^/]*", ""), body);
        Claim claim = requests.claim(repeatable);
        if (claim instanceof Claim.Granted granted) {
            request.setProperty(CLAIM, granted);
        } else {
            request.abortWith(answer("/" + request.getUriInfo().getPath(), claim));
        }
    }

    private static Response answer(String path, Claim claim) {
        if (claim instanceof Claim.Answered answered && answered.answer().body() != null) {
            return replay(answered.answer(), answered.answer().body());
        }
        if (claim instanceof Claim.Different) {
            return refuse(path, UNPROCESSABLE, "this idempotency key was used for another request");
        }
        if (claim instanceof Claim.Running) {
            Response refusal =
                    refuse(path, Response.Status.CONFLICT.getStatusCode(), "this request is still being carried out");
            return Response.fromResponse(refusal)
                    .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                    .build();
        }
        return refuse(
                path,
                Response.Status.CONFLICT.getStatusCode(),
                "this request was carried out, but its answer is not known any more; look at what it was to change");
    }

    private static Response replay(StoredAnswer answer, String body) {
        Response.ResponseBuilder response = Response.status(answer.status()).header(REPLAYED, true);
        if (!body.isEmpty()) {
            response.entity(body.getBytes(StandardCharsets.UTF_8)).type(answer.contentType());
        }
        return response.header(HttpHeaders.LOCATION, answer.location())
                .header(HttpHeaders.ETAG, answer.entityTag())
                .build();
    }

    private static Response refuse(String path, int status, String sentence) {
        return HubRefusals.of(path, status, sentence).toResponse();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(CLAIM) instanceof Claim.Granted claim) {
            try {
                if (response.getStatusInfo().getFamily() == Family.SUCCESSFUL) {
                    requests.answer(claim, stored(response));
                } else {
                    requests.release(claim);
                }
            } catch (RuntimeException unavailable) {
                LOG.log(Level.WARNING, "The answer to a request with an idempotency key is not stored.", unavailable);
            }
        }
    }

    private static StoredAnswer stored(ContainerResponseContext response) {
        return new StoredAnswer(
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                response.getHeaderString(HttpHeaders.ETAG),
                response.hasEntity() ? String.valueOf(response.getMediaType()) : null,
                text(response.getEntity()));
    }

    /** The body as text; null if it cannot be given again. */
    private static @Nullable String text(@Nullable Object entity) {
        if (entity == null) {
            return "";
        }
        if (entity instanceof byte[] json) {
            return new String(json, StandardCharsets.UTF_8);
        }
        Object body = entity instanceof SecretAnswer secret ? secret.withoutSecret() : entity;
        return body instanceof Record || body instanceof Collection
                ? new String(JsonBody.write(body), StandardCharsets.UTF_8)
                : null;
    }
}
