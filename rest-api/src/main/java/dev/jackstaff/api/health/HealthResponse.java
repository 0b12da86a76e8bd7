package dev.jackstaff.api.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.readiness.boundary.ReadinessView;
import java.util.List;

/**
 * The health of the hub.
 *
 * @param status {@code UP} or {@code DOWN}
 * @param parts the components that the hub requires
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HealthResponse(String status, List<Part> parts) {
    /** The health of the process, which is up if it answers. */
    static final HealthResponse LIVE = new HealthResponse("UP", List.of());

    /**
     * A component that the hub requires. Everybody may ask; why it is down is in the log.
     *
     * @param detail a warning about a component that is up; left out if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Part(String name, String status, String detail) {}

    public HealthResponse {
        parts = List.copyOf(parts);
    }

    static HealthResponse of(ReadinessView view) {
        return new HealthResponse(
                status(view.ready()),
                view.parts().stream()
                        .map(part -> new Part(part.name(), status(part.ready()), part.ready() ? part.detail() : ""))
                        .toList());
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
