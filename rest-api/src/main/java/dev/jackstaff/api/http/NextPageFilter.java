package dev.jackstaff.api.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The filter that names the address of the next page in the header {@code Link} (RFC 8288), of all lists alike. */
public class NextPageFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page page) {
            add(response, request.getUriInfo(), page.next());
            if (page instanceof ListPage<?> list) {
                response.setEntity(list.items());
            }
        }
    }

    private static void add(ContainerResponseContext response, UriInfo uri, @Nullable String next) {
        if (next != null) {
            response.getHeaders().add(HttpHeaders.LINK, link(uri.getRequestUri(), next));
        }
    }

    static String link(URI request, String next) {
        String query = UriBuilder.fromUri(request)
                .replaceQueryParam("cursor", "{next}")
                .build(next)
                .getRawQuery();
        return "<?" + query + ">; rel=\"next\"";
    }
}
