package dev.jackstaff.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.api.http.StrictQuery;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The routes of all resources of the hub, as their annotations declare them. */
class RoutesTest {
    private static final String API = "/api/v1/";
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*\\w+\\s*(?::\\s*(.*?)\\s*)?}");

    /** The resources below {@value #API} whose callers are clients of other systems, or edges. */
    private static final Set<String> OF_OTHERS = Set.of(
            "FlexflagFlagsResource",
            "FlexflagEnvironmentsResource",
            "FlexflagResource",
            "RegistrationResource",
            "EdgeServersResource",
            "SyncResource",
            "UsageResource",
            "StatusResource");

    private record Route(Class<?> resource, Method method, String template) {
        boolean isOfTheApi() {
            return template.startsWith(API);
        }

        /** The segments of the path; a slash in the pattern of a parameter divides none. */
        List<String> segments() {
            List<String> segments = new ArrayList<>();
            Matcher segment = Pattern.compile("(?:[^/{]|\\{[^}]*})+").matcher(template);
            while (segment.find()) {
                segments.add(segment.group());
            }
            return segments;
        }
    }

    @Test
    void everyRouteOfTheApiRefusesUnknownParameters() {
        Set<String> lenient = new TreeSet<>();
        routes().filter(Route::isOfTheApi)
                .filter(route -> !route.resource().isAnnotationPresent(StrictQuery.class)
                        && !route.method().isAnnotationPresent(StrictQuery.class))
                .forEach(route -> lenient.add(route.resource().getSimpleName()));

        assertThat(lenient).isEqualTo(new TreeSet<>(OF_OTHERS));
        assertThat(routes().filter(Route::isOfTheApi)).hasSizeGreaterThan(60);
    }

    @Test
    void noFixedWordStandsWhereAKeyMay() {
        Map<String, Set<String>> below = new TreeMap<>();
        routes().forEach(route -> {
            StringBuilder prefix = new StringBuilder();
            for (String segment : route.segments()) {
                below.computeIfAbsent(prefix.toString(), unknown -> new TreeSet<>())
                        .add(segment);
                prefix.append('/').append(segment.startsWith("{") ? "{}" : segment);
            }
        });

        List<String> hidden = new ArrayList<>();
        below.forEach((prefix, segments) -> segments.stream()
                .filter(segment -> segment.startsWith("{"))
                .forEach(parameter -> segments.stream()
                        .filter(word -> !word.startsWith("{")
                                && pattern(parameter).matcher(word).matches())
                        .forEach(word -> hidden.add(prefix + "/" + word + " and " + parameter))));

        assertThat(hidden).isEmpty();
        assertThat(below.get("/api/v1/projects/{}/flags")).containsExactly("{flag}");
        assertThat(below.get("/api/v1/projects/{}")).contains("changes", "compare", "flags");
    }

    /** JAX-RS takes the resource with the most literal characters that a path matches, and looks at no other. */
    @Test
    void noResourceHidesTheRoutesOfAnother() {
        List<Route> all = routes().toList();
        List<String> hidden = all.stream()
                .filter(route -> all.stream()
                        .map(other -> path(other.resource()))
                        .filter(other -> prefixPattern(other)
                                .matcher(example(route.template()))
                                .matches())
                        .max(Comparator.comparingInt(RoutesTest::literals))
                        .filter(chosen -> literals(chosen) > literals(path(route.resource())))
                        .isPresent())
                .map(Route::template)
                .toList();

        assertThat(hidden).isEmpty();
    }

    private static String path(Class<?> resource) {
        return resource.getAnnotation(Path.class).value();
    }

    private static String example(String template) {
        return template.replaceAll("\\{[^}:]*}", "x").replaceAll("\\{[^}]*: *([^}|]*)[^}]*}", "$1");
    }

    private static Pattern prefixPattern(String path) {
        return Pattern.compile(
                path.replaceAll("\\{[^}:]*}", "[^/]+").replaceAll("\\{[^}]*: *([^}]*)}", "(?:$1)") + "(?:/.*)?");
    }

    private static int literals(String path) {
        return path.replaceAll("\\{[^}]*}", "").length();
    }

    private static Pattern pattern(String parameter) {
        Matcher declared = PARAMETER.matcher(parameter);
        return Pattern.compile(declared.matches() && declared.group(1) != null ? declared.group(1) : "[^/]+");
    }

    private static Stream<Route> routes() {
        return new HubApplication()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(resource -> Arrays.stream(resource.getMethods())
                                .filter(RoutesTest::isRoute)
                                .map(method -> new Route(resource, method, template(resource, method))));
    }

    private static boolean isRoute(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static String template(Class<?> resource, Method method) {
        Path below = method.getAnnotation(Path.class);
        String path = below == null ? "" : below.value();
        return resource.getAnnotation(Path.class).value() + (path.isEmpty() || path.startsWith("/") ? "" : "/") + path;
    }
}
