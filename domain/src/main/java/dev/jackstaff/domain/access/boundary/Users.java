package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.PasswordAuthenticator;
import dev.jackstaff.domain.access.control.SessionStore;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/** The use cases of the people who log in. */
@ApplicationScoped
@Transactional
public class Users {
    /** The setting that allows people to register themselves. */
    private static final String REGISTRATION = "jackstaff.hub.registration";

    @Inject
    AccessStore store;

    @Inject
    SessionStore sessions;

    @Inject
    PasswordAuthenticator passwords;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /**
     * Returns the user with this e-mail address and password; Unauthenticated or Throttled otherwise. Needs no role.
     * Takes some tenths of a second, whatever the answer, and holds no transaction meanwhile.
     *
     * @param source the IP address that the request comes from
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public UserView login(String email, String password, String source) {
        return passwords
                .authenticate(email, password, source)
                .map(UserView::of)
                .orElseThrow(() -> new DomainException.Unauthenticated("unknown e-mail address or wrong password"));
    }

    /** All users, by e-mail address. */
    @RequiresRole(Role.ADMIN)
    public List<UserView> list() {
        return store.users().stream().map(UserView::of).toList();
    }

    /** Creates a user; Conflict if the e-mail address is in use. */
    @RequiresRole(Role.ADMIN)
    public UserView create(NewUser command) {
        check(command);
        return createUser(command, passwords.hash(command.password()));
    }

    private UserView createUser(NewUser command, String passwordHash) {
        if (store.findUser(command.email()).isPresent()) {
            throw new DomainException.Conflict("a user with this e-mail address already exists");
        }
        User user = new User(command.email(), passwordHash, command.role(), clock.instant());
        user.rename(command.name());
        store.add(user);
        audit.record(AuditChange.created(user.subject(), user.auditJson()));
        unitOfWork.flush();
        return UserView.of(user);
    }

    /**
     * Registers a new viewer on their own request; Forbidden unless {@code jackstaff.hub.registration} is true. Needs
     * no role.
     *
     * @param source the IP address that the request comes from
     */
    public UserView register(String email, String name, String password, String source) {
        if (!isRegistrationOpen()) {
            throw new DomainException.Forbidden(
                    "registration is disabled (jackstaff.hub.registration); ask an administrator for an account");
        }
        NewUser command = new NewUser(email, name, password, Role.VIEWER);
        check(command);
        return createUser(command, passwords.hashForRegistration(email, password, source));
    }

    private static boolean isRegistrationOpen() {
        return ConfigProvider.getConfig()
                .getOptionalValue(REGISTRATION, Boolean.class)
                .orElse(false);
    }

    private static void check(NewUser command) {
        Violations violations = new Violations();
        String email = command.email().strip();
        violations.require(email.matches("[^\\s@]+@[^\\s@]+"), "email", "not an e-mail address");
        violations.checkText("email", email, Violations.MAX_NAME_LENGTH);
        violations.checkText("name", command.name(), Violations.MAX_NAME_LENGTH);
        PasswordAuthenticator.checkNewPassword(violations, "password", command.password());
        violations.throwIfAny();
    }

    /** Updates a user, whose sessions end when they are deactivated; Conflict if no active administrator would be left. */
    @RequiresRole(Role.ADMIN)
    public UserView update(UUID id, UserDetails details, ExpectedVersion expected) {
        return update(id, current -> details, expected);
    }

    /** As above, with details that are computed from those that the user has. */
    @RequiresRole(Role.ADMIN)
    public UserView update(UUID id, Function<UserView, UserDetails> change, ExpectedVersion expected) {
        List<User> administrators = store.administratorsForUpdate();
        User user = store.existingUser(id);
        expected.check("user", user.version());
        UserDetails details = change.apply(UserView.of(user));
        Violations violations = new Violations();
        violations.checkText("name", details.name(), Violations.MAX_NAME_LENGTH);
        violations.throwIfAny();
        String before = user.auditJson();
        boolean last = user.isActiveAdministrator() && administrators.size() == 1;
        user.rename(details.name());
        user.changeAccess(details.role(), details.active());
        if (last && !user.isActiveAdministrator()) {
            throw new DomainException.Conflict(
                    "\"" + user.email() + "\" is the last administrator; make another user an administrator first");
        }
        if (!user.active()) {
            sessions.endAll(id);
        }
        audit.recordIfChanged(AuditChange.updated(user.subject(), before, user.auditJson()));
        unitOfWork.flush();
        return UserView.of(user);
    }
}
