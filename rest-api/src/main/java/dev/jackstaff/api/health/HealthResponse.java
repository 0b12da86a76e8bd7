package dev.jackstaff.api.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.snapshot.boundary.ReadinessView;
import java.util.List;

/**
 * How the hub is.
 *
 * @param status {@code UP} or {@code DOWN}
 * @param parts what the hub cannot do without, one by one
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HealthResponse(String status, List<Part> parts) {
    /** The hub as a process. */
    static final HealthResponse LIVE = new HealthResponse("UP", List.of());

    /**
     * Something the hub cannot do without.
     *
     * @param detail why it is down; left out where it is up
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
                        .map(part -> new Part(part.name(), status(part.ready()), part.detail()))
                        .toList());
    }

    private static String status(boolean up) {
        return up ? "UP" : "DOWN";
    }
}
