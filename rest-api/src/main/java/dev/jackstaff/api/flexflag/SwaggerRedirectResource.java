package dev.jackstaff.api.flexflag;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Redirects from FlexFlag's documentation address to the hub's. */
@Path("/swagger")
@RequestScoped
public class SwaggerRedirectResource {
    @GET
    @Path("/index.html")
    @Operation(hidden = true)
    public Response page(@Context UriInfo uri) {
        return Response.seeOther(uri.getBaseUriBuilder().path("api/docs/").build())
                .build();
    }

    @GET
    @Path("/doc.json")
    @Operation(hidden = true)
    public Response description(@Context UriInfo uri) {
        return Response.seeOther(uri.getBaseUriBuilder()
                        .path("openapi")
                        .queryParam("format", "JSON")
                        .build())
                .build();
    }
}
