package dev.jackstaff.domain.oidc.boundary;

import dev.jackstaff.domain.oidc.SignInRefusedException;
import dev.jackstaff.domain.oidc.SignInRequest;
import dev.jackstaff.domain.oidc.SignInSecrets;
import dev.jackstaff.domain.oidc.control.SignInStore;
import dev.jackstaff.domain.oidc.entity.PendingSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins that are under way. Each change is a transaction of its own, so that what is used stays used. */
@ApplicationScoped
@Transactional
public class PendingSignIns {
    @Inject
    SignInStore store;

    @Inject
    Clock clock;

    /** Remembers a sign-in; returns the time that it has. */
    public Duration add(SignInRequest request, SignInSecrets secrets) {
        Instant now = clock.instant();
        store.add(new PendingSignIn(request, secrets, now), now);
        return PendingSignIn.LIFETIME;
    }

    /** The sign-in of a state and a browser, which is used by that: it is found once. */
    public PendingSignIn use(String state, String browser) throws SignInRefusedException {
        Optional<PendingSignIn> found = store.find(state);
        if (found.isEmpty()) {
            throw new SignInRefusedException("This sign-in is unknown, was completed before, or took too long.");
        }
        PendingSignIn signIn = found.get();
        if (!signIn.isOf(browser)) {
            throw new SignInRefusedException("This sign-in was begun in another browser.");
        }
        if (!store.remove(signIn) || signIn.isExpired(clock.instant())) {
            throw new SignInRefusedException("This sign-in is unknown, was completed before, or took too long.");
        }
        return signIn;
    }
}
