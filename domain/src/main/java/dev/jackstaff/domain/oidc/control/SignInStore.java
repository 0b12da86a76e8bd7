package dev.jackstaff.domain.oidc.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.oidc.SignInSecrets;
import dev.jackstaff.domain.oidc.entity.PendingSignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sign-ins that are under way, in the database, so that they may end at another hub than they began at. */
@ApplicationScoped
public class SignInStore {
    /** The most that one address may have under way: as many as sit behind one, and too few to fill the database. */
    static final int MAX_OF_SOURCE = 1_000;

    /** The time in which the oldest of them may expire. */
    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Inject
    EntityManager entities;

    /** Adds a sign-in, and removes those that have expired; Throttled if its source has too many. */
    public void add(PendingSignIn signIn, Instant now) {
        entities.createQuery("delete from PendingSignIn p where p.expiresAt <= :now")
                .setParameter("now", now)
                .executeUpdate();
        long ofSource = entities.createQuery(
                        "select count(p) from PendingSignIn p where p.source = :source", Long.class)
                .setParameter("source", signIn.source())
                .getSingleResult();
        if (ofSource >= MAX_OF_SOURCE) {
            throw new DomainException.Throttled(PAUSE);
        }
        entities.persist(signIn);
    }

    /** The sign-in that a state names. */
    public Optional<PendingSignIn> find(String state) {
        return Optional.ofNullable(entities.find(PendingSignIn.class, SignInSecrets.hash(state)));
    }

    /** Removes a sign-in; returns whether it was there, which of several callers only one is told. */
    public boolean remove(PendingSignIn signIn) {
        return entities.createQuery("delete from PendingSignIn p where p.stateHash = :state")
                        .setParameter("state", signIn.stateHash())
                        .executeUpdate()
                > 0;
    }
}
