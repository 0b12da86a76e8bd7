package dev.jackstaff.api.openapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The methods of resources by the operation id that the scanner gives them: class and name. */
final class ResourceMethods {
    private final Map<String, ResourceMethod> methods = new TreeMap<>();

    private ResourceMethods() {}

    static ResourceMethods of(Collection<Class<?>> resources) {
        ResourceMethods found = new ResourceMethods();
        resources.stream()
                .filter(resource -> resource.isAnnotationPresent(Path.class))
                .forEach(found::add);
        return found;
    }

    private void add(Class<?> resource) {
        for (Method method : resource.getDeclaredMethods()) {
            if (Arrays.stream(method.getAnnotations())
                    .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class))) {
                ResourceMethod added = new ResourceMethod(method);
                if (methods.put(resource.getSimpleName() + "_" + method.getName(), added) != null) {
                    throw new IllegalStateException(
                            "two operations would have one id; give one of the methods another name: " + method);
                }
            }
        }
    }

    ResourceMethod get(String scannedId) {
        ResourceMethod method = methods.get(scannedId);
        if (method == null) {
            throw new IllegalStateException("no resource of the application has the method " + scannedId);
        }
        return method;
    }

    Collection<ResourceMethod> all() {
        return methods.values();
    }
}
