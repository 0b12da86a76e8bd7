package dev.jackstaff.listener.grizzly;

import java.util.Map;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.HttpStatus;

/**
 * The filter that names the status codes that Grizzly does not know, which it would call {@code CUSTOM}, as IANA's
 * registry of HTTP status codes does. A code that the registry lacks has no name.
 */
final class ReasonPhraseFilter extends BaseFilter {
    private static final String UNKNOWN_TO_GRIZZLY = "CUSTOM";

    private static final Map<Integer, String> PHRASES = Map.ofEntries(
            Map.entry(102, "Processing"),
            Map.entry(103, "Early Hints"),
            Map.entry(207, "Multi-Status"),
            Map.entry(208, "Already Reported"),
            Map.entry(226, "IM Used"),
            Map.entry(422, "Unprocessable Content"),
            Map.entry(423, "Locked"),
            Map.entry(424, "Failed Dependency"),
            Map.entry(425, "Too Early"),
            Map.entry(426, "Upgrade Required"),
            Map.entry(428, "Precondition Required"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(451, "Unavailable For Legal Reasons"),
            Map.entry(506, "Variant Also Negotiates"),
            Map.entry(507, "Insufficient Storage"),
            Map.entry(508, "Loop Detected"),
            Map.entry(511, "Network Authentication Required"));

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        if (context.getMessage() instanceof HttpPacket packet
                && header(packet) instanceof HttpResponsePacket response
                && !response.isCommitted()
                && UNKNOWN_TO_GRIZZLY.equals(response.getHttpStatus().getReasonPhrase())) {
            int code = response.getStatus();
            response.setStatus(HttpStatus.newHttpStatus(code, PHRASES.getOrDefault(code, "")));
        }
        return context.getInvokeAction();
    }

    private static Object header(HttpPacket packet) {
        return packet.isHeader() ? packet : packet.getHttpHeader();
    }
}
