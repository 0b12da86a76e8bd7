package dev.jackstaff.domain.access.control;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.Role;
import dev.jackstaff.domain.access.entity.EffectiveGrant;
import dev.jackstaff.domain.access.entity.Grant;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The grants in the database, and what follows from them. */
@ApplicationScoped
public class GrantStore {
    /** The PostgreSQL advisory lock of changes of who may do what: any constant that nothing else uses. */
    private static final long LOCK = 0x6A6B_7302L;

    @Inject
    EntityManager entities;

    @Inject
    UnitOfWork unitOfWork;

    /**
     * Keeps others from changing who may do what until the transaction ends, so that checks stay true: that an
     * administrator is left, that nobody gives what was just taken from them.
     */
    public void lock() {
        entities.createNativeQuery("select 1 from (select pg_advisory_xact_lock(?1)) as locked")
                .setParameter(1, LOCK)
                .getSingleResult();
    }

    /** What a user or a service account may do now. */
    public Rights rightsOf(UUID subject) {
        return rights(entities.createQuery(
                        "select g from EffectiveGrant g where g.subjectId = :subject", EffectiveGrant.class)
                .setParameter("subject", subject)
                .getResultList());
    }

    /** The rights by some roles. */
    static Rights rights(Collection<EffectiveGrant> grants) {
        return new Rights(grants.stream()
                .filter(Objects::nonNull)
                .map(EffectiveGrant::granted)
                .distinct()
                .toList());
    }

    /** What a user is in the installation. */
    public Role roleOf(UUID user) {
        return rolesInInstallation(List.of(user)).getOrDefault(user, Role.NONE);
    }

    /** What users are in the installation, by their ids; none for those who are nothing. */
    public Map<UUID, Role> rolesInInstallation(Collection<UUID> users) {
        if (users.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Set<String>> roles = entities.createQuery(
                        "select g from EffectiveGrant g where g.subjectId in :users and g.project = ''",
                        EffectiveGrant.class)
                .setParameter("users", users)
                .getResultStream()
                .collect(groupingBy(EffectiveGrant::subjectId, mapping(EffectiveGrant::role, toSet())));
        return roles.entrySet().stream().collect(toMap(Map.Entry::getKey, one -> Role.of(one.getValue())));
    }

    /** Whether somebody who can log in is an administrator, after what the present transaction changed. */
    public boolean isAdministered() {
        unitOfWork.flush();
        return (Boolean) entities.createNativeQuery(
                        "select exists (select from effective_grant g join hub_user u on u.id = g.subject_id"
                                + " where g.role = ?1 and g.project = '' and u.active)")
                .setParameter(1, BuiltInRole.ADMINISTRATOR.label())
                .getSingleResult();
    }

    /** Refuses a change that leaves nobody who administers the installation. Whoever makes it holds the lock. */
    public void requireAdministrator() {
        if (!isAdministered()) {
            throw new DomainException.Conflict(
                    "this would leave no active administrator; make another user an administrator first");
        }
    }

    /** The grants by hand that make a user what they are in the installation. */
    public List<Grant> ofRole(UUID user) {
        List<String> roles = List.of(Role.VIEWER, Role.EDITOR, Role.ADMIN).stream()
                .map(role -> role.builtIn().orElseThrow().label())
                .collect(toList());
        return entities.createQuery(
                        "select g from Grant g where g.userId = :user and g.projectId is null and g.role in :roles"
                                + " and g.origin = :manual",
                        Grant.class)
                .setParameter("user", user)
                .setParameter("roles", roles)
                .setParameter("manual", GrantOrigin.MANUAL)
                .getResultList();
    }

    /** The grants of somebody, in the order of their making. */
    public List<Grant> of(GrantSubject subject) {
        String column =
                switch (subject.kind()) {
                    case USER -> "userId";
                    case GROUP -> "groupId";
                    case SERVICE_ACCOUNT -> "serviceAccountId";
                };
        return entities.createQuery(
                        "select g from Grant g where g." + column + " = :subject order by g.createdAt, g.id",
                        Grant.class)
                .setParameter("subject", subject.id())
                .getResultList();
    }

    public void add(Grant grant) {
        entities.persist(grant);
    }

    public void remove(Grant grant) {
        entities.remove(grant);
    }
}
