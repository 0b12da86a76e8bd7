package dev.jackstaff.edge.upstream.unleash;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The registrations of this edge at the server, one for each token. Thread-safe. */
final class EdgeRegistrations {
    private static final Logger LOG = Logger.getLogger(EdgeRegistrations.class.getName());

    private final UnleashServer server;
    private final Set<String> registeredSecrets = ConcurrentHashMap.newKeySet();

    EdgeRegistrations(UnleashServer server) {
        this.server = server;
    }

    /** Registers this edge with a token, unless that was done. */
    void register(UnleashToken token) {
        if (!registeredSecrets.add(token.secret())) {
            return;
        }
        try {
            server.registerEdge(token);
        } catch (IOException refused) {
            LOG.log(Level.FINE, "The Unleash server refuses the registration of this edge.", refused);
        }
    }

    /** Forgets a registration. */
    void forget(UnleashToken token) {
        registeredSecrets.remove(token.secret());
    }
}
