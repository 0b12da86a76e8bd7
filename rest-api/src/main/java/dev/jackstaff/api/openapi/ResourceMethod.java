package dev.jackstaff.api.openapi;

import dev.jackstaff.api.access.RequiresAuthentication;
import dev.jackstaff.api.json.RequiredMembers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;

/** A method of a resource, as its description needs it. */
record ResourceMethod(Method method) {
    /** The id of the operation: the resource without its suffix, and the method, such as {@code flagsCreate}. */
    String operationId() {
        String resource = method.getDeclaringClass().getSimpleName().replaceFirst("Resource$", "");
        String name = method.getName();
        return resource.substring(0, 1).toLowerCase(Locale.ROOT)
                + resource.substring(1)
                + name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1);
    }

    boolean requiresAuthentication() {
        return has(RequiresAuthentication.class);
    }

    /** Whether callers prove who they are, to the resource or to what it calls. */
    boolean takesCredentials() {
        return requiresAuthentication() || has(SecurityRequirement.class);
    }

    boolean isReading() {
        return method.isAnnotationPresent(GET.class);
    }

    /** Whether it writes headers of its own, such as the entity tag. */
    boolean answersWithHeaders() {
        return method.getReturnType() == Response.class;
    }

    boolean takesBody() {
        return has(Consumes.class) && (body().isPresent() || takesStream());
    }

    private boolean takesStream() {
        return Arrays.asList(method.getParameterTypes()).contains(InputStream.class);
    }

    private boolean has(Class<? extends Annotation> annotation) {
        return Stream.<AnnotatedElement>of(method, method.getDeclaringClass())
                .anyMatch(element -> element.isAnnotationPresent(annotation));
    }

    /** The record that the body is read to. */
    Optional<Class<?>> body() {
        return bodyParameter().map(Parameter::getType);
    }

    /** The members that the body must have, under their first names. */
    List<String> requiredMembers() {
        return bodyParameter()
                .map(parameter -> parameter.getAnnotation(RequiredMembers.class))
                .map(members -> Arrays.stream(members.value())
                        .map(names -> names.split("/", -1)[0])
                        .toList())
                .orElse(List.of());
    }

    /** Whether the body has one of these members. */
    boolean names(Set<String> members) {
        return body().stream()
                .flatMap(body -> Arrays.stream(body.getRecordComponents()))
                .anyMatch(component -> members.contains(component.getName()));
    }

    private Optional<Parameter> bodyParameter() {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.getType().isRecord()
                        && Arrays.stream(parameter.getAnnotations()).allMatch(RequiredMembers.class::isInstance))
                .findFirst();
    }

    /** The types that requests are read to. */
    Stream<Type> requestTypes() {
        RequestBody described = method.getAnnotation(RequestBody.class);
        return Stream.concat(body().stream(), described == null ? Stream.of() : types(described.content()));
    }

    /** The types that responses are written from. */
    Stream<Type> responseTypes() {
        return Stream.of(
                        Stream.<Type>of(method.getGenericReturnType()),
                        Arrays.stream(method.getAnnotationsByType(APIResponseSchema.class))
                                .<Type>map(APIResponseSchema::value),
                        Arrays.stream(method.getAnnotationsByType(APIResponse.class))
                                .flatMap(response -> types(response.content())))
                .flatMap(types -> types);
    }

    private static Stream<Type> types(Content[] contents) {
        return Arrays.stream(contents).map(content -> content.schema().implementation());
    }
}
