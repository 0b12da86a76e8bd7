package dev.jackstaff.domain.access.control;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.entity.ApiKey;
import dev.jackstaff.domain.access.entity.ServiceAccount;
import dev.jackstaff.domain.access.entity.SigningKey;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.permission.PermissionScope;
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

/** Users and keys in the database. */
@ApplicationScoped
public class AccessStore {
    /** The precision of a key's last use: it is written at most once in this time. */
    private static final Duration USE_RESOLUTION = Duration.ofMinutes(1);

    /** The PostgreSQL advisory lock of the bootstrap: any constant that nothing else uses. */
    private static final long BOOTSTRAP_LOCK = 0x6A6B_7301L;

    @Inject
    EntityManager entities;

    /** Keeps other hubs from running the bootstrap at the same time, until the transaction ends. */
    public void lockBootstrap() {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(?1)) as locked")
                .setParameter(1, BOOTSTRAP_LOCK)
                .getSingleResult();
    }

    public List<User> users() {
        return entities.createQuery("select u from User u order by u.email", User.class)
                .getResultList();
    }

    public boolean hasNoUsers() {
        return entities.createQuery("select count(u) from User u", Long.class).getSingleResult() == 0;
    }

    public Optional<User> findUser(String email) {
        return entities.createQuery("select u from User u where u.email = :email", User.class)
                .setParameter("email", User.normalizeEmail(email))
                .getResultStream()
                .findFirst();
    }

    /** The user, or {@link DomainException.NotFound}. */
    public User existingUser(UUID id) {
        User user = entities.find(User.class, id);
        if (user == null) {
            throw new DomainException.NotFound("user", id);
        }
        return user;
    }

    /** All service accounts, by name. */
    public List<ServiceAccount> serviceAccounts() {
        return entities.createQuery("select a from ServiceAccount a order by a.name", ServiceAccount.class)
                .getResultList();
    }

    /** The service account, or {@link DomainException.NotFound}. */
    public ServiceAccount existingServiceAccount(UUID id) {
        return Optional.ofNullable(entities.find(ServiceAccount.class, id))
                .orElseThrow(() -> new DomainException.NotFound("service account", id));
    }

    /** A key with the project and environment it is limited to, if any. */
    public record ScopedKey(ApiKey key, Optional<Project> project, Optional<Environment> environment) {
        public PermissionScope scope() {
            return Scopes.of(project.orElse(null), environment.orElse(null));
        }
    }

    /** The keys that are not revoked, latest first. */
    public List<ScopedKey> keys() {
        return scoped(entities.createQuery(
                        KEYS + " where k.revokedAt is null order by k.createdAt desc, k.id", Object[].class)
                .getResultList());
    }

    /** The keys of a project that are not revoked, latest first. */
    public List<ScopedKey> keys(Project project) {
        return scoped(entities.createQuery(
                        KEYS + " where k.revokedAt is null and k.projectId = :project order by k.createdAt desc, k.id",
                        Object[].class)
                .setParameter("project", project.id())
                .getResultList());
    }

    /** The number of a project's keys that are valid at an instant. */
    public long countKeysOfProject(UUID project, Instant now) {
        return countKeys("k.projectId = :scope", project, now);
    }

    /** The number of an environment's keys that are valid at an instant. */
    public long countKeysOfEnvironment(UUID environment, Instant now) {
        return countKeys("k.environmentId = :scope", environment, now);
    }

    private long countKeys(String condition, UUID scope, Instant now) {
        return entities.createQuery(
                        "select count(k) from ApiKey k where " + condition
                                + " and k.revokedAt is null and (k.expiresAt is null or k.expiresAt > :now)",
                        Long.class)
                .setParameter("scope", scope)
                .setParameter("now", now)
                .getSingleResult();
    }

    /** The key that is not revoked, or {@link DomainException.NotFound}. */
    public ScopedKey existingKey(UUID id) {
        return scoped(entities.createQuery(KEYS + " where k.revokedAt is null and k.id = :id", Object[].class)
                        .setParameter("id", id)
                        .getResultList())
                .stream()
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("key", id));
    }

    private static final String KEYS = "select k, p, e from ApiKey k left join Project p on k.projectId = p.id"
            + " left join Environment e on k.environmentId = e.id";

    private static List<ScopedKey> scoped(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new ScopedKey(
                        (ApiKey) row[0], Optional.ofNullable((Project) row[1]), Optional.ofNullable((Environment)
                                row[2])))
                .toList();
    }

    public Optional<ScopedKey> findKeyByHash(String hash) {
        return scoped(entities.createQuery(KEYS + " where k.hash = :hash", Object[].class)
                        .setParameter("hash", hash)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** Records the time a key was used, at most once per {@link #USE_RESOLUTION}. */
    public void recordUse(ApiKey key, Instant now) {
        Instant lastUse = key.lastUsedAt();
        if (lastUse == null || lastUse.plus(USE_RESOLUTION).isBefore(now)) {
            entities.createNativeQuery("update api_key set last_used_at = ?1 where id = cast(?2 as uuid)")
                    .setParameter(1, Timestamp.from(now))
                    .setParameter(2, key.id().toString())
                    .executeUpdate();
        }
    }

    public Optional<SigningKey> findSigningKey() {
        return entities.createQuery("select k from SigningKey k order by k.createdAt", SigningKey.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    public void add(Object entity) {
        entities.persist(entity);
    }

    public void remove(Object entity) {
        entities.remove(entity);
    }
}
