package dev.jackstaff.edge.docs;

import dev.jackstaff.protocols.docs.OpenApiDocument;
import dev.jackstaff.protocols.docs.SwaggerUi;
import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;

/** The API documentation page of the edge, at the path that FluxGate's clients expect. */
@Path("/docs")
@RequestScoped
public class EdgeDocsResource {
    private static final SwaggerUi SWAGGER_UI = new SwaggerUi(EdgeDocsResource.class);
    private static final OpenApiDocument OPEN_API = new OpenApiDocument(InstalledProtocols.openApiPieces());
    private static final String INDEX = "index.html";
    private static final String DESCRIPTION = "openapi.json";
    private static final String BASE_PATH =
            EdgeSettings.configured().text(ProtocolSetting.BASE_PATH).orElse("");
    private static final String POLICY = "default-src 'none'; connect-src 'self'; img-src 'self' data:;"
            + " script-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

    @GET
    public Response index() {
        return file(INDEX);
    }

    /** The documentation page at the path of Unleash Edge. */
    @GET
    @Path("/openapi")
    public Response openapi() {
        return file(INDEX);
    }

    @GET
    @Path("/{file}")
    public Response file(@PathParam("file") String file) {
        SwaggerUi.Page page = SWAGGER_UI.page(file).orElseThrow(NotFoundException::new);
        byte[] content = file.equals(DESCRIPTION) ? OPEN_API.assemble(page.content()) : page.content();
        return Response.ok(rebase(file, content), page.mediaType())
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .build();
    }

    /** The file with its links and server address moved below the base path. */
    private static byte[] rebase(String file, byte[] content) {
        if (BASE_PATH.isEmpty()) {
            return content;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        return switch (file) {
            case DESCRIPTION ->
                text.replace("{\"url\":\"/\"", "{\"url\":\"" + BASE_PATH + "\"").getBytes(StandardCharsets.UTF_8);
            case INDEX, "start.js" ->
                text.replace("/docs/", BASE_PATH + "/docs/").getBytes(StandardCharsets.UTF_8);
            default -> content;
        };
    }
}
