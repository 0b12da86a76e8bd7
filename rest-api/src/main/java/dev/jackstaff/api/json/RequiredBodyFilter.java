package dev.jackstaff.api.json;

import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProblemException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Parameter;
import java.util.Arrays;

/** The filter that refuses requests without a required body, since JAX-RS calls no reader for those. */
@SuppressWarnings("NullAway.Init") // JAX-RS fills the context
public class RequiredBodyFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!request.hasEntity()
                && Arrays.stream(resource.getResourceMethod().getParameters()).anyMatch(RequiredBodyFilter::isBody)) {
            throw new ProblemException(Problem.malformed("a JSON body is required", 1, 1));
        }
    }

    private static boolean isBody(Parameter parameter) {
        return parameter.getType().isRecord()
                && Arrays.stream(parameter.getAnnotations()).allMatch(RequiredMembers.class::isInstance);
    }
}
