package dev.jackstaff.api.http;

import dev.jackstaff.api.json.MergePatch;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;

/** The filter that names the media types of patches, where methods are listed or a patch is of another type (RFC 5789). */
public class AcceptPatchFilter implements ContainerResponseFilter {
    private static final String TYPES = MergePatch.MEDIA_TYPE + ", " + MediaType.APPLICATION_JSON;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean patchable = response.getAllowedMethods().contains(HttpMethod.PATCH);
        boolean mistyped = request.getMethod().equals(HttpMethod.PATCH)
                && response.getStatus() == Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode();
        if (patchable || mistyped) {
            response.getHeaders().putSingle("Accept-Patch", TYPES);
        }
    }
}
