package dev.jackstaff.protocols.http;

import dev.jackstaff.protocols.settings.Setting;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wire protocol as hub and edge see it: all that they need to serve it. Each protocol's package has one, public and
 * with a public constructor without parameters, listed in {@code META-INF/services} of its archive: see {@link
 * InstalledProtocols}. Its methods are called when the host starts, and for refusals; never for a request that is
 * served.
 */
public interface Protocol {
    /** The protocol's value of the metrics label {@code protocol}, in lower case with hyphens. */
    String label();

    /** The prefixes of its paths, each with a leading slash; no other protocol has paths with these prefixes. */
    List<String> pathPrefixes();

    /** The routes that an edge serves. */
    Routes edgeRoutes();

    /** The routes that the hub serves. */
    default Routes hubRoutes() {
        return Routes.NONE;
    }

    /**
     * The response to a request that matches no route or that failed, in the protocol's own form.
     *
     * @param reason a sentence fit for the client
     * @return empty if the protocol has no form of its own
     */
    default Optional<Reply> refusal(int status, String reason) {
        return Optional.empty();
    }

    /**
     * The request headers that cross-origin pages may send, besides those that carry keys or that every protocol may
     * have.
     */
    default List<String> corsRequestHeaders() {
        return List.of();
    }

    /** The response headers that cross-origin pages may read, besides those that every protocol may have. */
    default List<String> corsResponseHeaders() {
        return List.of();
    }

    /** The headers in which clients send their key, raw, besides {@code Authorization}. */
    default List<String> keyHeaders() {
        return List.of();
    }

    /**
     * The routes that an operator may disable on an edge, which then do not exist: the setting by the path, which has a
     * leading slash and no final one.
     */
    default Map<String, Setting> disablingSettings() {
        return Map.of();
    }

    /**
     * The piece of the OpenAPI document that describes the protocol: a JSON document with its {@code tags}, {@code paths},
     * {@code components.schemas} and {@code components.responses}. An edge has it, and the hub if it serves the protocol.
     * By default, the resource {@code openapi.json} beside the class; empty if there is none.
     */
    default Optional<URL> openApiPiece() {
        return Optional.ofNullable(getClass().getResource("openapi.json"));
    }

    /**
     * The piece, likewise, that describes what only an edge serves, although the hub serves the protocol. By default, the
     * resource {@code edge-openapi.json} beside the class; empty if there is none.
     */
    default Optional<URL> edgeOpenApiPiece() {
        return Optional.ofNullable(getClass().getResource("edge-openapi.json"));
    }

    /**
     * Whether a path is one of {@link #pathPrefixes} or below one.
     *
     * @param path with a leading slash
     */
    default boolean owns(String path) {
        return pathPrefixes().stream()
                .map(prefix -> prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix)
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
