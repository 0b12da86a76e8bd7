package dev.jackstaff.system;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The routes that compiled resources declare. */
final class DeclaredRoutes {
    private static final Pattern NAMED_CHOICE = Pattern.compile("\\{\\w+: *([^{}]*)}");
    private static final Pattern NAME = Pattern.compile("\\{\\w+}");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String REST = "jakarta.ws.rs.";

    private DeclaredRoutes() {}

    /** A method and the pattern of its paths. */
    record Route(String method, String template) {
        boolean covers(SurfaceRequest request) {
            String path = request.path().replaceFirst("\\?.*", "").replaceFirst("(?<=.)/$", "");
            String pattern = NAME.matcher(NAMED_CHOICE.matcher(template).replaceAll("($1)"))
                    .replaceAll("[^/]+");
            return request.method().equals(method) && path.matches(pattern.replaceFirst("(?<=.)/$", ""));
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /** The routes of these modules, as {@code GET /path/{parameter}}. */
    static Set<Route> in(String... modules) {
        Path root = Path.of(System.getProperty("jackstaff.root", ".."));
        JavaClasses classes = new ClassFileImporter()
                .importPaths(Stream.of(modules)
                        .map(module -> root.resolve(module).resolve("target/classes"))
                        .toList());
        Set<Route> routes = new TreeSet<>(Comparator.comparing(Route::toString));
        for (JavaClass resource : classes) {
            if (resource.isAnnotatedWith(REST + "Path")) {
                resource.getMethods().forEach(method -> add(routes, resource, method));
            }
        }
        return routes;
    }

    private static void add(Set<Route> routes, JavaClass resource, JavaMethod method) {
        for (String verb : METHODS) {
            if (method.isAnnotatedWith(REST + verb)) {
                String below = path(method);
                String separator = below.isEmpty() || below.startsWith("/") ? "" : "/";
                routes.add(new Route(verb, path(resource) + separator + below));
            }
        }
    }

    private static String path(HasAnnotations<?> annotated) {
        return annotated
                .tryGetAnnotationOfType(REST + "Path")
                .flatMap(annotation -> ((JavaAnnotation<?>) annotation).get("value"))
                .map(Object::toString)
                .orElse("");
    }
}
