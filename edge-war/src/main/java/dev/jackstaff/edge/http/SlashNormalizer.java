package dev.jackstaff.edge.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * The filter that collapses repeated slashes in paths: clients often configure a base address with a slash too many.
 */
@PreMatching
@Priority(1)
public class SlashNormalizer implements ContainerRequestFilter {
    private static final Pattern SLASHES = Pattern.compile("//+");

    @Override
    public void filter(ContainerRequestContext request) {
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath();
        if (path.contains("//")) {
            String query = uri.getRawQuery();
            String single = SLASHES.matcher(path).replaceAll("/");
            request.setRequestUri(uri.resolve(query == null ? single : single + "?" + query));
        }
    }
}
