package dev.jackstaff.api.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;

/**
 * The filter that leaves scheme and host out of Location. The framework takes both from the request, where its sender
 * can name any host, and a proxy another scheme. A client resolves a path against the address that it requested (RFC
 * 9110, section 10.2.2).
 */
public class RelativeLocationFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        URI location = response.getLocation();
        if (location != null && location.isAbsolute()) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, relative(location));
        }
    }

    /** The path, query and fragment of an address. */
    static URI relative(URI location) {
        String query = location.getRawQuery() == null ? "" : "?" + location.getRawQuery();
        String fragment = location.getRawFragment() == null ? "" : "#" + location.getRawFragment();
        return URI.create(location.getRawPath() + query + fragment);
    }
}
