package dev.jackstaff.api.http;

import dev.jackstaff.domain.DomainException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The filter that refuses If-Match where nothing has an entity tag (RFC 9110, section 13.1.1): no tag matches there, so
 * the request must not be carried out. Methods that have a parameter for the header check it themselves.
 */
@SuppressWarnings("NullAway.Init") // JAX-RS fills the context
public class PreconditionFilter implements ContainerRequestFilter {
    /** Where resources change something. Those of the protocols evaluate, whatever method they use. */
    private static final String MANAGEMENT = "dev.jackstaff.api.";

    private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        String ifMatch = request.getHeaderString(HttpHeaders.IF_MATCH);
        if (ifMatch != null
                && resource.getResourceClass().getPackageName().startsWith(MANAGEMENT)
                && !ifMatch.strip().equals("*")
                && !SAFE.contains(request.getMethod())
                && !checksItself(resource.getResourceMethod())) {
            throw new DomainException.Stale("resource");
        }
    }

    static boolean checksItself(Method method) {
        return Arrays.stream(method.getParameters())
                .map(parameter -> Optional.ofNullable(parameter.getAnnotation(HeaderParam.class)))
                .flatMap(Optional::stream)
                .anyMatch(header -> header.value().equalsIgnoreCase(HttpHeaders.IF_MATCH));
    }
}
