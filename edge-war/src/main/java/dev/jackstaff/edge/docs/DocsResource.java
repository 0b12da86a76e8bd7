package dev.jackstaff.edge.docs;

import dev.jackstaff.protocols.EdgeSetting;
import dev.jackstaff.protocols.EdgeSettings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** The page that explains the edge, where FluxGate's clients look for it: Swagger UI, from this server alone. */
@Path("/docs")
@RequestScoped
public class DocsResource {
    private static final String OWN = "/dev/jackstaff/edge/docs/";
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/" + version() + "/";
    private static final String BASE_PATH =
            EdgeSettings.configured().text(EdgeSetting.BASE_PATH).orElse("");
    private static final String POLICY = "default-src 'none'; connect-src 'self'; img-src 'self' data:;"
            + " script-src 'self'; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";

    /** What is served, and where it comes from. */
    private enum Page {
        INDEX(OWN + "index.html", "text/html;charset=UTF-8"),
        START(OWN + "start.js", "text/javascript;charset=UTF-8"),
        DESCRIPTION(OWN + "openapi.json", "application/json"),
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
            return Response.ok(content(), mediaType)
                    .header("Content-Security-Policy", POLICY)
                    .header("X-Content-Type-Options", "nosniff")
                    .build();
        }

        private byte[] content() {
            try (InputStream in = DocsResource.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IllegalStateException("The archive lacks " + resource);
                }
                byte[] content = in.readAllBytes();
                return BASE_PATH.isEmpty() || !resource.startsWith(OWN) ? content : moved(this, content);
            } catch (IOException unreadable) {
                throw new UncheckedIOException("The archive lacks " + resource, unreadable);
            }
        }
    }

    /** Below a base path, the pages' links and the routes they describe are there too. */
    private static byte[] moved(Page page, byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        String moved = page == Page.DESCRIPTION
                ? text.replaceFirst("\\{", "{\"servers\": [{\"url\": \"" + BASE_PATH + "\"}],")
                : text.replace("/docs/", BASE_PATH + "/docs/");
        return moved.getBytes(StandardCharsets.UTF_8);
    }

    private static final Map<String, Page> PAGES = Map.of(
            "openapi", Page.INDEX, // where edges of Unleash have it
            "start.js", Page.START,
            "openapi.json", Page.DESCRIPTION,
            "swagger-ui-bundle.js", Page.BUNDLE,
            "swagger-ui.css", Page.STYLE,
            "favicon-32x32.png", Page.ICON);

    @GET
    public Response index() {
        return Page.INDEX.response();
    }

    @GET
    @Path("/{file}")
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
