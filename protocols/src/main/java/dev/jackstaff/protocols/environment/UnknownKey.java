package dev.jackstaff.protocols.environment;

/** A key that opens nothing, by what it looks like. */
final class UnknownKey {
    private static final String EDGE_KEY = "jks_edge_";
    private static final String ADMIN_KEY = "jks_admin_";

    private UnknownKey() {}

    static Access refusal(String key) {
        if (key.startsWith(EDGE_KEY) || key.startsWith(ADMIN_KEY)) {
            return new Access.Forbidden(
                    "evaluation requires a server or client key; this looks like an edge or admin key");
        }
        return new Access.Unknown("unknown key");
    }
}
