package dev.jackstaff.api.docs;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page that explains the API: Swagger UI, from this server alone. */
@Path("/api/docs")
@RequestScoped
public class DocsResource {
    private static final String OWN = "/dev/jackstaff/api/docs/";
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";

    /** What is served, and where it comes from. */
    private enum Page {
        INDEX(OWN + "index.html", "text/html;charset=UTF-8"),
        START(OWN + "start.js", "text/javascript;charset=UTF-8"),
        BUNDLE(WEBJAR + "swagger-ui-bundle.js", "text/javascript;charset=UTF-8"),
        STYLE(WEBJAR + "swagger-ui.css", "text/css;charset=UTF-8"),
        ICON(WEBJAR + "favicon-32x32.png", "image/png");

        private final String resource;
        private final String mediaType;

        Page(String resource, String mediaType) {
            this.resource = resource;
            this.mediaType = mediaType;
        }

        Response response() {
            InputStream content = DocsResource.class.getResourceAsStream(resource);
            if (content == null) {
                throw new IllegalStateException("The archive lacks " + resource);
            }
            return Response.ok(content, mediaType).build();
        }
    }

    private static final Map<String, Page> PAGES = Map.of(
            "start.js", Page.START,
            "swagger-ui-bundle.js", Page.BUNDLE,
            "swagger-ui.css", Page.STYLE,
            "favicon-32x32.png", Page.ICON);

    @GET
    @Operation(hidden = true)
    public Response index(@Context UriInfo uri) {
        return uri.getPath().endsWith("/")
                ? Page.INDEX.response()
                : Response.seeOther(uri.getBaseUriBuilder().path("api/docs/").build())
                        .build();
    }

    @GET
    @Path("/{file}")
    @Operation(hidden = true)
    public Response file(@PathParam("file") String file) {
        return Optional.ofNullable(PAGES.get(file)).map(Page::response).orElseThrow(NotFoundException::new);
    }

    private static String version() {
        Properties webjar = new Properties();
        try (InputStream properties =
                DocsResource.class.getResourceAsStream("/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            if (properties != null) {
                webjar.load(properties);
            }
        } catch (IOException unreadable) {
            throw new IllegalStateException("The archive lacks Swagger UI.", unreadable);
        }
        return webjar.getProperty("version", "");
    }
}
