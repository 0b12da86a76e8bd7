package dev.jackstaff.domain.audit;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.storage.NativeColumns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may read the audit trail. */
@ApplicationScoped
public class AuditAccess {
    @Inject
    AccessPolicy policy;

    @Inject
    EntityManager entities;

    /** Whether an actor may read all of it: also entries on users, and the addresses of callers. */
    public boolean readsAll(Actor actor) {
        return policy.allows(actor, Permission.AUDIT_READ, PermissionScope.INSTALLATION);
    }

    /**
     * Refuses an actor who may not read all of it.
     *
     * @throws DomainException.Forbidden with a sentence that says what is missing
     */
    public void requireAll(Actor actor) {
        policy.require(actor, Permission.AUDIT_READ, PermissionScope.INSTALLATION);
    }

    /**
     * The projects whose entries an actor may read who may not read all.
     *
     * @param project the one that is asked for; empty for all
     * @return empty if that is every project that there is, or the one that is asked for
     * @throws DomainException.Forbidden if the actor may not read the one that is asked for
     */
    public Optional<Set<String>> projectsReadBy(Actor actor, String project) {
        if (!project.isEmpty()) {
            policy.require(actor, Permission.PROJECT_READ, PermissionScope.project(project));
            return Optional.empty();
        }
        if (policy.allows(actor, Permission.PROJECT_READ, PermissionScope.INSTALLATION)) {
            return Optional.empty();
        }
        List<String> all = NativeColumns.texts(
                entities.createNativeQuery("select key from project").getResultList());
        return Optional.of(all.stream()
                .filter(key -> policy.allows(actor, Permission.PROJECT_READ, PermissionScope.project(key)))
                .collect(Collectors.toSet()));
    }
}
