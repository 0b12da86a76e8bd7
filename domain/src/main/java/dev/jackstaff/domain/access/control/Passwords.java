package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.entity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Whether somebody knows a user's password. */
@ApplicationScoped
public class Passwords {
    /** Shortest password, in characters. */
    public static final int SHORTEST = 8;

    /** Longest password, in characters: more is an attempt to keep the hub busy. */
    public static final int LONGEST = 1_000;

    @Inject
    AccessStore store;

    @Inject
    LoginThrottle throttle;

    @Inject
    Clock clock;

    /**
     * The active user of this address and password. Takes as long for an address that nobody has, unless
     * nobody can have it: one too long is neither looked up nor remembered.
     */
    public Optional<User> user(String email, String password) {
        String address = User.address(email);
        if (address.codePointCount(0, address.length()) > Violations.LONGEST_NAME) {
            return Optional.empty();
        }
        throttle.admit(address, clock.instant());
        Optional<User> user = store.user(address).filter(User::active);
        String hash = user.map(User::passwordHash).orElse(PasswordHash.NOBODYS);
        boolean known = password.length() <= LONGEST && PasswordHash.matches(hash, password) && user.isPresent();
        if (known) {
            throttle.succeeded(address);
            return user;
        }
        throttle.failed(address, clock.instant());
        return Optional.empty();
    }

    /** A password as it is kept. */
    public String hash(String password) {
        return PasswordHash.of(password);
    }
}
