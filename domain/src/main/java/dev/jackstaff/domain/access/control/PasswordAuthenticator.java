package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** The authentication of users by e-mail address and password. */
@ApplicationScoped
public class PasswordAuthenticator {
    /** The minimum length of a password, in characters. */
    public static final int MIN_LENGTH = 8;

    /** The maximum length of a password, in characters: a longer one only costs the hub time. */
    public static final int MAX_LENGTH = 1_000;

    @Inject
    AccessStore store;

    @Inject
    LoginThrottle throttle;

    @Inject
    Clock clock;

    /**
     * Returns the active user with this e-mail address and password. Takes as long for an unknown address, except for
     * one that is too long to exist: that is neither looked up nor remembered.
     */
    public Optional<User> authenticate(String email, String password) {
        String address = User.normalizeEmail(email);
        if (address.codePointCount(0, address.length()) > Violations.MAX_NAME_LENGTH) {
            return Optional.empty();
        }
        throttle.checkAllowed(address, clock.instant());
        Optional<User> user;
        try {
            user = checked(address, password);
        } catch (RuntimeException | Error unavailable) {
            throttle.abandoned(address);
            throw unavailable;
        }
        if (user.isPresent()) {
            throttle.recordSuccess(address);
        } else {
            throttle.recordFailure(address, clock.instant());
        }
        return user;
    }

    private Optional<User> checked(String address, String password) {
        Optional<User> user = store.findUser(address).filter(User::active);
        String hash = user.map(User::passwordHash).orElse(PasswordHash.DUMMY_HASH);
        boolean matches = password.length() <= MAX_LENGTH && PasswordHash.matches(hash, password);
        return matches ? user : Optional.empty();
    }

    /** The hash under which a password is stored. */
    public String hash(String password) {
        return PasswordHash.of(password);
    }
}
