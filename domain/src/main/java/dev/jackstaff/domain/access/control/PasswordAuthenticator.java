package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** The authentication of users by e-mail address and password. */
@ApplicationScoped
public class PasswordAuthenticator {
    /** The minimum length of a password, in characters. */
    private static final int MIN_LENGTH = 8;

    /** The maximum length of a password, in characters: a longer one only costs the hub time. */
    private static final int MAX_LENGTH = 1_000;

    @Inject
    AccessStore store;

    @Inject
    LoginThrottle throttle;

    @Inject
    HashingSlots slots;

    @Inject
    Clock clock;

    /**
     * Returns the active user with this e-mail address and password. Takes as long for an unknown address, except for
     * one that is too long to exist: that is neither looked up nor remembered.
     *
     * @param source the IP address that the attempt comes from
     */
    public Optional<User> authenticate(String email, String password, String source) {
        LoginAttempt attempt = LoginAttempt.of(email, source);
        if (attempt.account().codePointCount(0, attempt.account().length()) > Violations.MAX_NAME_LENGTH) {
            return Optional.empty();
        }
        boolean isKnown = throttle.checkAllowed(attempt, clock.instant());
        Optional<User> user = attempt(attempt, () -> check(attempt.account(), password, isKnown));
        if (user.isPresent()) {
            throttle.recordSuccess(attempt, clock.instant());
        } else {
            throttle.recordFailure(attempt);
        }
        return user;
    }

    /** Ends an attempt that comes to no result. */
    private <T> T attempt(LoginAttempt attempt, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error unavailable) {
            throttle.abandoned(attempt, clock.instant());
            throw unavailable;
        }
    }

    private Optional<User> check(String account, String password, boolean isKnown) {
        Optional<User> user = store.findUser(account).filter(User::active);
        String hash = user.flatMap(User::passwordHash).orElse(PasswordHash.DUMMY_HASH);
        boolean matches =
                password.length() <= MAX_LENGTH && slots.compute(isKnown, () -> PasswordHash.matches(hash, password));
        return matches ? user : Optional.empty();
    }

    /** The address of the user that somebody names; empty if there is none. */
    public String knownAccount(String email) {
        String account = LoginAttempt.of(email, "").account();
        boolean isTooLong = account.codePointCount(0, account.length()) > Violations.MAX_NAME_LENGTH;
        return isTooLong || store.findUser(account).isEmpty() ? "" : account;
    }

    /** Checks a password that somebody chooses. */
    public static void checkNewPassword(Violations violations, String field, String password) {
        int length = password.length();
        violations.require(
                length >= MIN_LENGTH && length <= MAX_LENGTH,
                field,
                "a password must have " + MIN_LENGTH + " to " + MAX_LENGTH + " characters");
    }

    /** The hash under which a password is stored, for those who are logged in. */
    public String hash(String password) {
        return slots.compute(true, () -> PasswordHash.of(password));
    }

    /**
     * The hash under which the password of somebody is stored who registers. It costs as much as a login, so it counts
     * as one that failed.
     *
     * @param source the IP address that the request comes from
     */
    public String hashForRegistration(String email, String password, String source) {
        LoginAttempt attempt = LoginAttempt.of(email, source);
        throttle.checkAllowed(attempt, clock.instant());
        String hash = attempt(attempt, () -> slots.compute(false, () -> PasswordHash.of(password)));
        throttle.recordFailure(attempt);
        return hash;
    }
}
