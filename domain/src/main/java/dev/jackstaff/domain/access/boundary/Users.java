package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.Passwords;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.control.AuditLog;
import dev.jackstaff.domain.audit.control.Change;
import dev.jackstaff.domain.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The people who may sign in. */
@ApplicationScoped
@Transactional
public class Users {
    /** Whether strangers may register. */
    private static final String REGISTRATION = "jackstaff.hub.registration";

    @Inject
    AccessStore store;

    @Inject
    Passwords passwords;

    @Inject
    AuditLog audit;

    @Inject
    Storage storage;

    @Inject
    Clock clock;

    /**
     * The user of this e-mail address and password; Unauthenticated or Throttled otherwise. Needs no role. Takes some tenths
     * of a second, whatever the answer, and holds no transaction meanwhile.
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public UserView login(String email, String password) {
        return passwords
                .user(email, password)
                .map(UserView::of)
                .orElseThrow(() -> new DomainException.Unauthenticated("unknown e-mail address or wrong password"));
    }

    /** The user of this id, or NotFound. Needs no role: adapters ask it whether a token's bearer still exists. */
    public UserView get(UUID id) {
        return UserView.of(store.existingUser(id));
    }

    /** All users, by e-mail address. */
    @RequiresRole(Role.ADMIN)
    public List<UserView> list() {
        return store.users().stream().map(UserView::of).toList();
    }

    /** A new user; Conflict where the e-mail address is taken. */
    @RequiresRole(Role.ADMIN)
    public UserView create(NewUser command) {
        return made(command);
    }

    private UserView made(NewUser command) {
        check(command);
        if (store.user(command.email()).isPresent()) {
            throw new DomainException.Conflict("there is a user with this e-mail address already");
        }
        User user = new User(command.email(), passwords.hash(command.password()), command.role(), clock.instant());
        user.call(command.name());
        store.add(user);
        audit.record(Change.created(user.subject(), user.facts()));
        storage.flush();
        return UserView.of(user);
    }

    /**
     * A new user who registers themselves, and may only look; Forbidden unless {@code jackstaff.hub.registration} is true.
     * Needs no role.
     */
    public UserView register(String email, String name, String password) {
        if (!registrationIsOpen()) {
            throw new DomainException.Forbidden(
                    "registering is switched off here; ask an administrator for an account");
        }
        return made(new NewUser(email, name, password, Role.VIEWER));
    }

    private static boolean registrationIsOpen() {
        return ConfigProvider.getConfig()
                .getOptionalValue(REGISTRATION, Boolean.class)
                .orElse(false);
    }

    private static void check(NewUser command) {
        Violations violations = new Violations();
        String email = command.email().strip();
        violations.unless(email.matches("[^\\s@]+@[^\\s@]+"), "email", "not an e-mail address");
        violations.text("email", email, Violations.LONGEST_NAME);
        violations.text("name", command.name(), Violations.LONGEST_NAME);
        int length = command.password().length();
        violations.unless(
                length >= Passwords.SHORTEST && length <= Passwords.LONGEST,
                "password",
                "a password has " + Passwords.SHORTEST + " to " + Passwords.LONGEST + " characters");
        violations.refuse();
    }

    /** The user with other details; Conflict where no administrator would be left. */
    @RequiresRole(Role.ADMIN)
    public UserView update(UUID id, UserDetails details, ExpectedVersion expected) {
        Violations violations = new Violations();
        violations.text("name", details.name(), Violations.LONGEST_NAME);
        violations.refuse();
        List<User> administrators = store.administrators();
        User user = store.existingUser(id);
        expected.check("user", user.version());
        String before = user.facts();
        boolean last = user.administers() && administrators.size() == 1;
        user.call(details.name());
        user.admit(details.role(), details.active());
        if (last && !user.administers()) {
            throw new DomainException.Conflict("\"" + user.email() + "\" is the last administrator");
        }
        if (!user.facts().equals(before)) {
            audit.record(Change.updated(user.subject(), before, user.facts()));
        }
        storage.flush();
        return UserView.of(user);
    }
}
