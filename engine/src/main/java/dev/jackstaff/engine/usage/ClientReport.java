package dev.jackstaff.engine.usage;

import dev.jackstaff.engine.JsonText;

/**
 * What a client of another system told of itself, which only that system understands. It is handed on as it is, until an edge
 * has that system as its upstream.
 *
 * @param environment {@code project/environment}
 * @param document an object
 */
public record ClientReport(Kind kind, String environment, JsonText document) {
    /** What it is of. */
    public enum Kind {
        /** An application of Unleash says that it is there. */
        UNLEASH_APPLICATION("unleash-application"),
        /** An impact metric of Unleash. */
        UNLEASH_IMPACT("unleash-impact");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Its name in documents. */
        public String label() {
            return label;
        }
    }
}
