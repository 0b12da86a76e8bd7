package dev.jackstaff.domain.snapshot.boundary;

import java.util.List;

/** Whether this hub can do its work, part by part. */
public record ReadinessView(List<Part> parts) {
    public ReadinessView {
        parts = List.copyOf(parts);
    }

    public boolean ready() {
        return parts.stream().allMatch(Part::ready);
    }

    /**
     * Something the hub cannot do without.
     *
     * @param detail why it is not ready; empty where it is
     */
    public record Part(String name, boolean ready, String detail) {}
}
