package dev.jackstaff.api.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.readiness.boundary.ReadinessView;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The health of the hub.
 *
 * @param status {@code UP} or {@code DOWN}
 * @param parts the components that the hub requires
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(requiredProperties = "status")
public record HealthResponse(@Schema(enumeration = {"UP", "DOWN"}) String status, List<Part> parts) {
    /** The health of the process, which is up if it answers. */
    static final HealthResponse LIVE = new HealthResponse("UP", List.of());

    /**
     * A component that the hub requires. Everybody may ask, so the detail names no address; the log has the cause.
     *
     * @param detail why it is down, or a warning about one that is up; left out if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @Schema(requiredProperties = {"name", "status"})
    public record Part(String name, String status, String detail) {
        static Part of(String name, boolean up, String detail) {
            return new Part(name, HealthResponse.status(up), detail);
        }
    }

    public HealthResponse {
        parts = List.copyOf(parts);
    }

    /** The readiness of a hub, whose API may have to be started yet. */
    static HealthResponse of(ReadinessView view, boolean started) {
        Stream<Part> parts = view.parts().stream().map(part -> Part.of(part.name(), part.ready(), part.detail()));
        Part start = Part.of("start", started, started ? "" : "the hub has not started yet");
        return new HealthResponse(
                status(view.ready() && started),
                Stream.concat(parts, Stream.of(start)).toList());
    }

    boolean isUp() {
        return status.equals(status(true));
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
