package dev.jackstaff.api.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A startup hook that makes the container find this module's identity stores. The container looks for stores once for
 * all modules of the hub, when they are first needed: with the first request, that could be in a module that cannot see
 * these.
 */
@ApplicationScoped
public class IdentityStoreInitializer {
    private static final Logger LOG = Logger.getLogger(IdentityStoreInitializer.class.getName());

    @Inject
    IdentityStoreHandler handler;

    void initialize(@Observes @Initialized(ApplicationScoped.class) Object application) {
        String found = handler.toString(); // the first call of any method starts the look-up
        LOG.log(Level.FINE, "Identity stores are found by {0}.", found);
    }
}
