package dev.jackstaff.api.http;

import dev.jackstaff.domain.Violations;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;

/** The filter that refuses unknown query parameters, and known ones that are given twice. */
@StrictQuery
@SuppressWarnings("NullAway.Init") // JAX-RS fills the context
public class StrictQueryFilter implements ContainerRequestFilter {
    @Context
    ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        check(request.getUriInfo().getQueryParameters(), parametersOf(resource.getResourceMethod()));
    }

    static void check(Map<String, List<String>> given, Set<String> known) {
        Violations violations = new Violations();
        given.forEach((name, values) -> {
            violations.require(
                    known.contains(name),
                    name,
                    known.isEmpty()
                            ? "is not a known parameter; there is none here"
                            : "is not a known parameter; known are " + String.join(", ", known));
            violations.require(values.size() == 1, name, "is given more than once");
        });
        violations.throwIfAny();
    }

    /** The names of the query parameters that a method declares, for JAX-RS or for the description of the API. */
    static Set<String> parametersOf(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            QueryParam query = parameter.getAnnotation(QueryParam.class);
            if (query != null) {
                names.add(query.value());
            }
        }
        Arrays.stream(method.getAnnotationsByType(
                        org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class))
                .filter(described -> described.in() == ParameterIn.QUERY)
                .forEach(described -> names.add(described.name()));
        return names;
    }
}
