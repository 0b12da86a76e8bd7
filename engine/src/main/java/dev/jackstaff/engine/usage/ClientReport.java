package dev.jackstaff.engine.usage;

import dev.jackstaff.engine.JsonText;

/**
 * A report by a client of a foreign system, which only that system understands. It is passed on unread.
 *
 * @param environment {@code project/environment}
 * @param document a JSON object
 */
public record ClientReport(Kind kind, String environment, JsonText document) {
    /** The kind of a client report. */
    public enum Kind {
        /** The registration of an Unleash application. */
        UNLEASH_APPLICATION("unleash-application"),
        /** An impact metric of Unleash. */
        UNLEASH_IMPACT("unleash-impact");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The kind's name in documents. */
        public String label() {
            return label;
        }
    }
}
