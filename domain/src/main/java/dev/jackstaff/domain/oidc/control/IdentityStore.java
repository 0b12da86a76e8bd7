package dev.jackstaff.domain.oidc.control;

import dev.jackstaff.domain.oidc.entity.UserIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The identities of users in the database. */
@ApplicationScoped
public class IdentityStore {
    @Inject
    EntityManager entities;

    /** The identity that an issuer names. */
    public Optional<UserIdentity> find(String issuer, String subject) {
        return entities.createQuery(
                        "select i from UserIdentity i where i.issuer = :issuer and i.subject = :subject",
                        UserIdentity.class)
                .setParameter("issuer", issuer)
                .setParameter("subject", subject)
                .getResultStream()
                .findFirst();
    }

    /** Whether a user has an identity at an issuer. */
    public boolean isLinked(UUID user, String issuer) {
        return entities.createQuery(
                                "select count(i) from UserIdentity i where i.userId = :user and i.issuer = :issuer",
                                Long.class)
                        .setParameter("user", user)
                        .setParameter("issuer", issuer)
                        .getSingleResult()
                > 0;
    }

    public void add(UserIdentity identity) {
        entities.persist(identity);
    }

    /** Reads an identity again and keeps others from changing it, until the transaction ends. */
    public void lock(UserIdentity identity) {
        entities.refresh(identity, LockModeType.PESSIMISTIC_WRITE);
    }
}
