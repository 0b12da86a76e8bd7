package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.InstallationRoles;
import dev.jackstaff.domain.access.control.PasswordAuthenticator;
import dev.jackstaff.domain.access.entity.SigningKey;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.audit.AuditAuthor;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditNote;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.logging.Logger;

/** The bootstrap of an installation: its signing key pair and its first administrator. */
@ApplicationScoped
@Transactional
public class Bootstrap {
    private static final Logger LOG = Logger.getLogger(Bootstrap.class.getName());

    @Inject
    AccessStore store;

    @Inject
    PasswordAuthenticator passwords;

    @Inject
    InstallationRoles roles;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /**
     * The credentials of the first administrator.
     *
     * @param email empty for nobody
     */
    public record Administrator(String email, String password) {
        boolean isConfigured() {
            return email.indexOf('@') > 0 && !password.isEmpty();
        }

        @Override
        public String toString() {
            return "Administrator[" + email + "]";
        }
    }

    /** Creates what is missing. */
    public void createMissing(Administrator first) {
        store.lockBootstrap();
        if (store.findSigningKey().isEmpty()) {
            store.add(SigningKey.generate(clock.instant()));
        }
        if (store.hasNoUsers()) {
            createAdministrator(first);
        }
        unitOfWork.flush();
    }

    private void createAdministrator(Administrator first) {
        if (!first.isConfigured()) {
            LOG.warning("Nobody can log in: there is no user yet. Set jackstaff.hub.admin.email and"
                    + " jackstaff.hub.admin.password.");
            return;
        }
        User user = new User(first.email(), passwords.hash(first.password()), clock.instant());
        store.add(user);
        roles.give(Actor.SYSTEM, user, Role.ADMIN);
        audit.record(AuditAuthor.SYSTEM, AuditChange.created(user.subject(), user.auditJson()), AuditNote.NONE);
    }
}
