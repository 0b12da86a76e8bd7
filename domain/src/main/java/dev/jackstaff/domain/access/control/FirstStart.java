package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.access.entity.SigningKey;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.control.AuditLog;
import dev.jackstaff.domain.audit.control.Change;
import dev.jackstaff.domain.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.logging.Logger;

/** What an installation makes at its first start: the key pair that signs, and its first administrator. */
@ApplicationScoped
@Transactional
public class FirstStart {
    private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());

    @Inject
    AccessStore store;

    @Inject
    AuditLog audit;

    @Inject
    Storage storage;

    @Inject
    Clock clock;

    /**
     * Who is to manage an installation that has no user yet.
     *
     * @param email empty for nobody
     */
    public record Administrator(String email, String password) {
        boolean complete() {
            return email.indexOf('@') > 0 && !password.isEmpty();
        }

        @Override
        public String toString() {
            return "Administrator[" + email + "]";
        }
    }

    /** Makes what is not there yet. */
    public void prepare(Administrator first) {
        store.lockFirstStart();
        if (store.signingKey().isEmpty()) {
            store.add(SigningKey.random(clock.instant()));
        }
        if (store.nobody()) {
            admit(first);
        }
        storage.flush();
    }

    private void admit(Administrator first) {
        if (!first.complete()) {
            LOG.warning("there is no user yet and no first administrator is configured, so nobody can sign in");
            return;
        }
        User user = new User(first.email(), PasswordHash.of(first.password()), Role.ADMIN, clock.instant());
        store.add(user);
        audit.record(Actor.SYSTEM, Change.created(user.subject(), user.facts()));
    }
}
