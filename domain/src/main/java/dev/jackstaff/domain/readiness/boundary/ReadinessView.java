package dev.jackstaff.domain.readiness.boundary;

import java.util.List;

/** The readiness of the hub, component by component. */
public record ReadinessView(List<Part> parts) {
    public ReadinessView {
        parts = List.copyOf(parts);
    }

    public boolean ready() {
        return parts.stream().allMatch(Part::ready);
    }

    /**
     * A component that the hub requires.
     *
     * @param detail why it is not ready, or a warning, for everybody; empty if there is none
     * @param cause what else the log says; empty if there is nothing
     */
    public record Part(String name, boolean ready, String detail, String cause) {}
}
