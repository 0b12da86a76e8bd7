package dev.jackstaff.protocols.http;

import java.util.List;
import java.util.Optional;

/**
 * A wire protocol as hub and edge see it: all that they must know to serve it. Each protocol's package has one, public and with
 * a public constructor without parameters, named in {@code META-INF/services} of its archive: see {@link InstalledProtocols}.
 * Its methods are called when the host starts, and for refusals; never for a request that is served.
 */
public interface Protocol {
    /** The value of the label {@code protocol} in the metrics, in lower case with hyphens. */
    String label();

    /** The beginnings of its paths, each with the slash at its start; no other protocol has paths that begin so. */
    List<String> pathPrefixes();

    /** The routes that an edge serves. */
    Routes edgeRoutes();

    /** The routes that the hub serves. */
    default Routes hubRoutes() {
        return Routes.NONE;
    }

    /**
     * The answer to a request that no route takes or that failed, in the protocol's own form.
     *
     * @param reason a sentence fit for the client
     * @return empty where the protocol has no form of its own
     */
    default Optional<Reply> refusal(int status, String reason) {
        return Optional.empty();
    }

    /** The headers that pages of other origins may send, beside those that carry keys or that any protocol may have. */
    default List<String> corsRequestHeaders() {
        return List.of();
    }

    /** The headers of answers that pages of other origins may read, beside those that any protocol may have. */
    default List<String> corsResponseHeaders() {
        return List.of();
    }

    /** The headers that clients put their key in, raw, beside {@code Authorization}. */
    default List<String> keyHeaders() {
        return List.of();
    }

    /**
     * Whether a path is one of {@link #pathPrefixes} or below one.
     *
     * @param path with the slash at its start
     */
    default boolean owns(String path) {
        return pathPrefixes().stream()
                .map(prefix -> prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix)
                .anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
