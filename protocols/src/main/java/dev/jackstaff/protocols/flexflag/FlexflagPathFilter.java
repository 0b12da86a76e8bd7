package dev.jackstaff.protocols.flexflag;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/**
 * The filter that serves FlexFlag's routes below {@code /flexflag} too. Only routes that are FlexFlag's alone are meant;
 * where FlexFlag's own and those of others coincide, there are resources below that path.
 */
@PreMatching
public class FlexflagPathFilter implements ContainerRequestFilter {
    /** The path below which everything is FlexFlag's, with a leading slash. */
    public static final String PREFIX = "/flexflag";

    private static final Set<String> ROUTES = Set.of("/api/v1/evaluate", "/api/v1/cache", "/ready");

    private final Set<String> routes;

    /** The filter for the routes of hub and edge. */
    public FlexflagPathFilter() {
        this(ROUTES);
    }

    /**
     * The filter for other routes.
     *
     * @param routes their paths, or what those begin with up to a slash
     */
    protected FlexflagPathFilter(Set<String> routes) {
        this.routes = Set.copyOf(routes);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        UriInfo uri = request.getUriInfo();
        String path = "/" + uri.getPath(false).replaceFirst("^/+", "");
        if (serves(path)) {
            request.setRequestUri(
                    uri.getBaseUri(),
                    uri.getRequestUriBuilder()
                            .replacePath(path.substring(PREFIX.length()))
                            .build());
        }
    }

    /** Whether a path is one of these routes below {@value #PREFIX}. */
    boolean serves(String path) {
        return path.startsWith(PREFIX + "/")
                && routes.stream()
                        .map(PREFIX::concat)
                        .anyMatch(route -> path.equals(route) || path.startsWith(route + "/"));
    }
}
