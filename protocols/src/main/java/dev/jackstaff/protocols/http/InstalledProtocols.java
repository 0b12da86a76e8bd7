package dev.jackstaff.protocols.http;

import dev.jackstaff.protocols.settings.Setting;
import java.net.URL;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The protocols of all archives of the application. They are no CDI beans, because the server asks for an application's
 * resources also where CDI does not run: when it generates the API description.
 */
public final class InstalledProtocols {
    private static final List<Protocol> ALL =
            ServiceLoader.load(Protocol.class, Protocol.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private static final Pattern SLASHES = Pattern.compile("//+");

    private InstalledProtocols() {}

    public static List<Protocol> all() {
        return ALL;
    }

    /**
     * The headers that the protocols name, without duplicates, sorted so that the order of archives does not matter.
     */
    public static List<String> headers(Function<Protocol, Collection<String>> named) {
        return ALL.stream()
                .map(named)
                .flatMap(Collection::stream)
                .distinct()
                .sorted()
                .toList();
    }

    /** The settings that disable routes, by the path of the route. */
    public static Map<String, Setting> disablingSettings() {
        return ALL.stream()
                .flatMap(protocol -> protocol.disablingSettings().entrySet().stream())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The pieces of an edge's OpenAPI document. */
    public static List<URL> openApiPieces() {
        return ALL.stream()
                .flatMap(protocol ->
                        Stream.concat(protocol.openApiPiece().stream(), protocol.edgeOpenApiPiece().stream()))
                .toList();
    }

    /** The pieces of the hub's OpenAPI document: of the protocols that it serves. */
    public static List<URL> hubOpenApiPieces() {
        return ALL.stream()
                .filter(protocol -> !protocol.hubRoutes().equals(Routes.NONE))
                .flatMap(protocol -> protocol.openApiPiece().stream())
                .toList();
    }

    /**
     * The response to a request that matches no route or that failed, in the form of the protocol that owns its path.
     *
     * @param path with a leading slash, not decoded; repeated slashes count as one
     * @return empty if no protocol owns the path, or the protocol has no form of its own
     */
    public static Optional<Reply> refusal(String path, int status, String reason) {
        String single = SLASHES.matcher(path).replaceAll("/");
        return ALL.stream()
                .filter(protocol -> protocol.owns(single))
                .findFirst()
                .flatMap(protocol -> protocol.refusal(status, reason));
    }

    /** The JAX-RS resources of all protocols for one kind of host. */
    public static Stream<Class<?>> resources(Function<Protocol, Routes> host) {
        return ALL.stream().map(host).flatMap(routes -> routes.resources().stream());
    }

    /** The servlets of all protocols for one kind of host. */
    public static Stream<ServletRoute> servlets(Function<Protocol, Routes> host) {
        return ALL.stream().map(host).flatMap(routes -> routes.servlets().stream());
    }
}
