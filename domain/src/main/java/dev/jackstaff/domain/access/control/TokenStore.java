package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.entity.AccessToken;
import dev.jackstaff.domain.access.entity.EffectiveGrant;
import dev.jackstaff.domain.access.entity.ServiceAccount;
import dev.jackstaff.domain.access.entity.TokenSecret;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Access tokens in the database. */
@ApplicationScoped
public class TokenStore {
    /** The precision of a token's last use: it is written at most once in this time. */
    private static final Duration USE_RESOLUTION = Duration.ofMinutes(1);

    private static final String SCOPED =
            " left join Project p on t.projectId = p.id" + " left join Environment e on t.environmentId = e.id";

    @Inject
    EntityManager entities;

    /** A token with the scope to which it is limited. */
    public record ScopedToken(AccessToken token, PermissionScope scope) {}

    /**
     * A token that is valid now, with its owner, of whom one is null, and what the owner may do now.
     *
     * @param scope that to which the token is limited
     */
    public record ValidToken(
            AccessToken token,
            PermissionScope scope,
            @Nullable User user,
            @Nullable ServiceAccount account,
            Rights ownersRights) {}

    /** The token of a secret; empty if there is none, it has expired, or its owner is not active. */
    public Optional<ValidToken> findValid(String secret, Instant now) {
        List<Object[]> rows = entities.createQuery(
                        "select t, p, e, u, a, g from AccessToken t" + SCOPED
                                + " left join User u on t.userId = u.id"
                                + " left join ServiceAccount a on t.serviceAccountId = a.id"
                                + " left join EffectiveGrant g on g.subjectId = t.ownerId"
                                + " where t.hash = :hash and t.expiresAt > :now",
                        Object[].class)
                .setParameter("hash", TokenSecret.hash(secret))
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new ValidToken(
                        (AccessToken) row[0],
                        Scopes.of((Project) row[1], (Environment) row[2]),
                        (User) row[3],
                        (ServiceAccount) row[4],
                        GrantStore.rights(rows.stream()
                                .map(each -> (EffectiveGrant) each[5])
                                .toList())))
                .filter(TokenStore::isOwnerActive);
    }

    private static boolean isOwnerActive(ValidToken token) {
        return token.user() != null
                ? token.user().active()
                : token.account() != null && token.account().active();
    }

    /** The tokens of somebody that have not expired, latest first. */
    public List<ScopedToken> of(GrantSubject owner, Instant now) {
        return entities.createQuery(
                        "select t, p, e from AccessToken t" + SCOPED
                                + " where t.ownerId = :owner and t.expiresAt > :now order by t.createdAt desc, t.id",
                        Object[].class)
                .setParameter("owner", owner.id())
                .setParameter("now", now)
                .getResultStream()
                .map(row -> new ScopedToken((AccessToken) row[0], Scopes.of((Project) row[1], (Environment) row[2])))
                .toList();
    }

    /** A token of somebody that has not expired, or {@link DomainException.NotFound}. */
    public ScopedToken existing(GrantSubject owner, UUID id, Instant now) {
        return of(owner, now).stream()
                .filter(found -> found.token().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("token", id));
    }

    /** Adds a token. Removes those of its owner that expired. */
    public void add(AccessToken token, Instant now) {
        entities.createQuery("delete from AccessToken t where t.ownerId = :owner and t.expiresAt <= :now")
                .setParameter("owner", token.owner().id())
                .setParameter("now", now)
                .executeUpdate();
        entities.persist(token);
    }

    public void remove(AccessToken token) {
        entities.remove(token);
    }

    /** Records the time a token was used, at most once per {@link #USE_RESOLUTION}. */
    public void recordUse(AccessToken token, Instant now) {
        boolean isRecent = token.lastUsedAt()
                .filter(last -> last.plus(USE_RESOLUTION).isAfter(now))
                .isPresent();
        if (!isRecent) {
            entities.createNativeQuery("update access_token set last_used_at = ?1 where id = cast(?2 as uuid)")
                    .setParameter(1, Timestamp.from(now))
                    .setParameter(2, token.id().toString())
                    .executeUpdate();
        }
    }
}
