package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.GrantGuard;
import dev.jackstaff.domain.access.control.GrantStore;
import dev.jackstaff.domain.access.control.InstallationRoles;
import dev.jackstaff.domain.access.control.PasswordAuthenticator;
import dev.jackstaff.domain.access.control.SessionStore;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequestOrigin;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.boundary.AuditRefusals;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.ConfigProvider;

/** The use cases of the people who log in. */
@ApplicationScoped
@Transactional
public class Users {
    /** The setting that allows people to register themselves. */
    private static final String REGISTRATION = "jackstaff.hub.registration";

    private static final String REFUSED = "unknown e-mail address or wrong password";

    @Inject
    AuditRefusals refusals;

    @Inject
    AccessStore store;

    @Inject
    SessionStore sessions;

    @Inject
    PasswordAuthenticator passwords;

    @Inject
    GrantStore grants;

    @Inject
    InstallationRoles roles;

    @Inject
    GrantGuard guard;

    @Inject
    CurrentActor currentActor;

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
     * A refusal is recorded.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public UserView login(String email, String password, RequestOrigin origin) {
        try {
            return passwords
                    .authenticate(email, password, origin.address())
                    .map(this::view)
                    .orElseThrow(() -> new DomainException.Unauthenticated(REFUSED));
        } catch (DomainException.Unauthenticated | DomainException.Throttled refused) {
            refusals.signIn(passwords.knownAccount(email), refused.sentence(), origin);
            throw refused;
        }
    }

    /** All users, by e-mail address. */
    @RequiresPermission(Permission.USER_READ)
    public List<UserView> list() {
        List<User> users = store.users();
        Map<UUID, Role> roleOf =
                grants.rolesInInstallation(users.stream().map(User::id).toList());
        return users.stream()
                .map(user -> UserView.of(user, roleOf.getOrDefault(user.id(), Role.NONE)))
                .toList();
    }

    private UserView view(User user) {
        return UserView.of(user, grants.roleOf(user.id()));
    }

    /** The user of this id, or NotFound. */
    @RequiresPermission(Permission.USER_READ)
    public UserView get(UUID id) {
        return view(store.existingUser(id));
    }

    /** Creates a user; Conflict if the e-mail address is in use. */
    @RequiresPermission(Permission.USER_CREATE)
    public UserView create(NewUser command) {
        check(command);
        roles.requireGrantable(command.role());
        return createUser(command, passwords.hash(command.password()));
    }

    private UserView createUser(NewUser command, String passwordHash) {
        if (store.findUser(command.email()).isPresent()) {
            throw new DomainException.Conflict("a user with this e-mail address already exists");
        }
        User user = new User(command.email(), passwordHash, clock.instant());
        user.rename(command.name());
        store.add(user);
        roles.give(currentActor.actor(), user, command.role());
        audit.record(AuditChange.created(user.subject(), user.auditJson()));
        unitOfWork.flush();
        return UserView.of(user, command.role());
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
    @RequiresPermission(Permission.USER_UPDATE)
    public UserView update(UUID id, UserDetails details, ExpectedVersion expected) {
        return update(id, current -> details, expected);
    }

    /** As above, with details that are computed from those that the user has. */
    @RequiresPermission(Permission.USER_UPDATE)
    public UserView update(UUID id, Function<UserView, UserDetails> change, ExpectedVersion expected) {
        grants.lock();
        User user = store.existingUser(id);
        expected.check("user", user.version());
        UserDetails details = change.apply(view(user));
        Violations violations = new Violations();
        violations.checkText("name", details.name(), Violations.MAX_NAME_LENGTH);
        violations.throwIfAny();
        guard.requireOver(id);
        String before = user.auditJson();
        user.rename(details.name());
        user.activate(details.active());
        roles.replace(currentActor.actor(), user, details.role());
        grants.requireAdministrator();
        if (!user.active()) {
            sessions.endAll(id);
        }
        audit.recordIfChanged(AuditChange.updated(user.subject(), before, user.auditJson()));
        unitOfWork.flush();
        return view(user);
    }

    /**
     * Deletes a user with their sessions, drafts and preferences. What they did stays in the audit trail, under their
     * address. Conflict if no administrator would be left.
     */
    @RequiresPermission(Permission.USER_DELETE)
    public void delete(UUID id, ExpectedVersion expected) {
        grants.lock();
        User user = store.existingUser(id);
        expected.check("user", user.version());
        guard.requireOver(id);
        store.remove(user);
        audit.record(AuditChange.deleted(user.subject(), user.auditJson()));
        grants.requireAdministrator();
    }
}
