package dev.jackstaff.protocols.http.coding;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The media types that shrink when they are compressed: texts of every kind. */
final class CompressibleTypes {
    private static final Set<String> APPLICATIONS = Set.of(
            "application/json",
            "application/javascript",
            "application/x-javascript",
            "application/ecmascript",
            "application/xml",
            "application/xhtml",
            "application/yaml",
            "application/openmetrics-text");
    private static final String EVENT_STREAM = "text/event-stream";

    private CompressibleTypes() {}

    /**
     * Whether the content type of a response is one of them; streams of events are not, since each event must leave at
     * once.
     */
    static boolean contains(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        return (type.startsWith("text/") && !type.equals(EVENT_STREAM))
                || type.endsWith("+json")
                || type.endsWith("+xml")
                || APPLICATIONS.contains(type);
    }
}
