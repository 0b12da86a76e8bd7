package dev.jackstaff.api.docs;

import dev.jackstaff.protocols.docs.SwaggerUi;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page that documents the API. */
@Path("/api/docs")
@RequestScoped
public class DocsResource {
    private static final SwaggerUi SWAGGER_UI = new SwaggerUi(DocsResource.class);

    @GET
    @Operation(hidden = true)
    public Response index(@Context UriInfo uri) {
        return uri.getPath().endsWith("/")
                ? file("index.html")
                : Response.seeOther(uri.getBaseUriBuilder().path("api/docs/").build())
                        .build();
    }

    @GET
    @Path("/{file}")
    @Operation(hidden = true)
    public Response file(@PathParam("file") String file) {
        if (file.equals(ApiDescription.FILE)) {
            return Response.ok(ApiDescription.document(), MediaType.APPLICATION_JSON)
                    .build();
        }
        SwaggerUi.Page page = SWAGGER_UI.page(file).orElseThrow(NotFoundException::new);
        return Response.ok(page.content(), page.mediaType()).build();
    }
}
