package dev.jackstaff.edge.upstream.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;

/**
 * The redirects of an upstream that are followed: within its own origin (scheme, host and port), because a request
 * carries credentials, which are for no other server.
 */
final class SameOriginRedirects {
    /** The greatest number of redirects in a row. */
    static final int LIMIT = 5;

    /** The statuses that repeat the method, and those that only a request without a body may follow. */
    private static final Set<Integer> SAME_METHOD = Set.of(307, 308);

    private static final Set<Integer> SAFE_METHODS_ONLY = Set.of(301, 302, 303);
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD");

    private SameOriginRedirects() {}

    /**
     * The request to send next; empty if the answer is no redirect to follow.
     *
     * @throws IOException if it leads to another origin
     */
    static Optional<HttpRequest> next(HttpRequest request, HttpResponse<?> answer) throws IOException {
        boolean safe = SAFE_METHODS.contains(request.method());
        boolean redirect =
                SAME_METHOD.contains(answer.statusCode()) || (safe && SAFE_METHODS_ONLY.contains(answer.statusCode()));
        Optional<String> location = answer.headers().firstValue("Location");
        if (!redirect || location.isEmpty()) {
            return Optional.empty();
        }
        URI target = target(request.uri(), location.get());
        if (!sameOrigin(request.uri(), target)) {
            throw new IOException("the upstream redirects to another origin, " + target.getScheme() + "://"
                    + target.getAuthority() + ", which is not followed because the request carries credentials");
        }
        return Optional.of(HttpRequest.newBuilder(request, (name, value) -> true)
                .uri(target)
                .build());
    }

    private static URI target(URI base, String location) throws IOException {
        try {
            return base.resolve(location);
        } catch (IllegalArgumentException invalid) {
            throw new IOException("the upstream redirects to an invalid URL", invalid);
        }
    }

    private static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost() != null
                && one.getHost().equalsIgnoreCase(other.getHost())
                && other.getUserInfo() == null
                && port(one) == port(other);
    }

    private static int port(URI uri) {
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        return uri.getPort() >= 0 ? uri.getPort() : secure ? 443 : 80;
    }
}
