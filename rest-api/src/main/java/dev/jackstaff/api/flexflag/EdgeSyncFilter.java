package dev.jackstaff.api.flexflag;

import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.flexflag.FlexflagEdgeHandler;
import dev.jackstaff.protocols.flexflag.FlexflagHandler;
import dev.jackstaff.protocols.http.PresentedKey;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The filter that admits holders of a server key to the WebSocket. Refusals are plain responses before the protocol is
 * switched; an admitted edge server becomes the request's principal.
 */
@SuppressWarnings("NullAway.Init") // CDI fills the fields
public class EdgeSyncFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    transient FlexflagEdgeHandler edges;

    /**
     * An edge server with its key.
     *
     * @param environment the environment that the key opens, {@code project/environment}
     */
    record EdgeServerPrincipal(String key, String environment, String id) implements Principal {
        @Override
        public String getName() {
            return id;
        }

        @Override
        public String toString() {
            return "EdgeServer[" + id + "]";
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String key = PresentedKey.in(request::getHeader);
        Access access = edges.serverAccess(key);
        if (!(access instanceof Access.Granted granted)) {
            ReplyServlet.write(edges.sync(key, 0, 0), response);
        } else if (request.getHeader("Sec-WebSocket-Key") == null) {
            ReplyServlet.write(
                    FlexflagHandler.failure(Reply.BAD_REQUEST, "this is a WebSocket; Sec-WebSocket-Key is required"),
                    response);
        } else {
            String id = Objects.requireNonNullElse(request.getHeader("X-Edge-Region"), "");
            EdgeServerPrincipal server = new EdgeServerPrincipal(
                    String.valueOf(key), granted.environment().snapshot().key(), id);
            chain.doFilter(new AuthenticatedRequest(request, server), response);
        }
    }

    /** A request with the edge server as principal. */
    private static final class AuthenticatedRequest extends HttpServletRequestWrapper {
        private final EdgeServerPrincipal server;

        AuthenticatedRequest(HttpServletRequest request, EdgeServerPrincipal server) {
            super(request);
            this.server = server;
        }

        @Override
        public Principal getUserPrincipal() {
            return server;
        }

        @Override
        public @Nullable String getRemoteUser() {
            return server.getName();
        }
    }
}
