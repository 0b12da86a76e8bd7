package dev.jackstaff.edge.http;

import dev.jackstaff.listener.framing.HeadExcerpt;
import dev.jackstaff.listener.grizzly.RefusalForm;
import dev.jackstaff.protocols.http.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;

/**
 * The form of refusals before the application: as {@link EdgeRefusals}, and readable for pages of any allowed origin.
 */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // CDI fills the field
public class EdgeRefusalForm implements RefusalForm {
    @Inject
    CorsOrigins origins;

    @Override
    public Answer refuse(HeadExcerpt request, int status, String sentence) {
        Reply reply = EdgeRefusals.ofWholePath(request.path(), status, sentence);
        Map<String, String> headers = new HashMap<>(reply.headers());
        headers.putIfAbsent(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        String origin = request.origin();
        if (origins.vary()) {
            headers.put(HttpHeaders.VARY, "Origin");
        }
        if (!origins.vary() || (!origin.isEmpty() && origins.allowAnywhere(origin))) {
            headers.put("Access-Control-Allow-Origin", origins.allowedValue(origin));
        }
        return new Answer(headers, reply.body());
    }
}
