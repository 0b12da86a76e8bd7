package dev.jackstaff.protocols.docs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The files of Swagger UI, from the host's archive and from no other server. The index and the initializer lie beside
 * the host's class.
 */
public final class SwaggerUi {
    private static final String VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";

    /** The host's own files, which replace those of the library; by name, with their media type. */
    private static final Map<String, String> HOST_FILES = Map.of(
            "index.html", "text/html;charset=UTF-8",
            "start.js", "text/javascript;charset=UTF-8",
            "openapi.json", "application/json");

    private static final Map<String, String> LIBRARY = Map.of(
            "swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
            "swagger-ui.css", "text/css;charset=UTF-8",
            "favicon-32x32.png", "image/png");

    private final Class<?> host;
    private final String library;

    /** Swagger UI from the archive that contains the given class. */
    public SwaggerUi(Class<?> host) {
        this.host = host;
        this.library = WEBJAR + version(host) + '/';
    }

    /** The content of a file and its media type. */
    @SuppressWarnings("ArrayRecordComponent") // read once, and changed by nobody
    public record Page(byte[] content, String mediaType) {}

    /** A file by its name; empty if there is no such file. */
    public Optional<Page> page(String name) {
        String own = HOST_FILES.get(name);
        return own == null
                ? Optional.ofNullable(LIBRARY.get(name)).flatMap(mediaType -> read(library + name, mediaType))
                : read(name, own);
    }

    private Optional<Page> read(String resource, String mediaType) {
        try (InputStream in = host.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new Page(in.readAllBytes(), mediaType));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String version(Class<?> host) {
        Properties webjar = new Properties();
        try (InputStream properties = host.getResourceAsStream(VERSION)) {
            if (properties == null) {
                throw new IllegalStateException("the archive of " + host + " lacks Swagger UI");
            }
            webjar.load(properties);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return webjar.getProperty("version", "");
    }
}
