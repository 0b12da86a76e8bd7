package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.GrantGuard;
import dev.jackstaff.domain.access.control.GrantSearch;
import dev.jackstaff.domain.access.control.GrantSearch.FoundGrant;
import dev.jackstaff.domain.access.control.GrantStore;
import dev.jackstaff.domain.access.control.GroupStore;
import dev.jackstaff.domain.access.control.RoleStore;
import dev.jackstaff.domain.access.entity.Grant;
import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The use cases of grants: giving roles to users, groups and service accounts, and taking them away. Nobody gives or takes
 * what they do not have themselves.
 */
@ApplicationScoped
@Transactional
@RequiresPermission({})
public class Grants {
    @Inject
    GrantSearch search;

    @Inject
    GrantStore grants;

    @Inject
    GrantGuard guard;

    @Inject
    RoleStore roles;

    @Inject
    AccessStore store;

    @Inject
    GroupStore groups;

    @Inject
    ProjectStore projects;

    @Inject
    AccessPolicy policy;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** Grants in the order of their making. Those of a project are also for those who may give roles there. */
    public List<GrantView> list(GrantFilter filter) {
        ProjectKey project = filter.project();
        if (project == null || !policy.allows(currentActor.actor(), Permission.GRANT_UPDATE, project.scope())) {
            policy.require(currentActor.actor(), Permission.USER_READ, PermissionScope.INSTALLATION);
        }
        UUID projectId = project == null ? null : projects.existing(project).id();
        return search.find(filter.subject(), projectId).stream()
                .map(GrantView::of)
                .toList();
    }

    /** Gives a role; Conflict if it is given already, Forbidden if it allows more than the actor may do there. */
    public GrantView create(NewGrant command) {
        ProjectKey project = command.project();
        EnvironmentKey environment = command.environment();
        if (project == null && environment != null) {
            throw new DomainException.Invalid("project", "is required with an environment");
        }
        PermissionScope scope = project == null ? PermissionScope.INSTALLATION : project.scope();
        PermissionScope narrow = environment == null ? scope : environment.in(scope);
        policy.require(currentActor.actor(), Permission.GRANT_UPDATE, narrow);
        grants.lock();
        GrantedRole role = roles.granted(command.role(), narrow)
                .orElseThrow(() -> new DomainException.Invalid("role", "is no role; GET /api/v1/roles lists them"));
        guard.requireGrantable(role);
        GrantSubject subject = subject(command);
        Grant grant = new Grant(
                subject,
                command.role(),
                GrantOrigin.MANUAL,
                currentActor.actor().name(),
                clock.instant());
        limit(grant, project, environment);
        refuseTwice(grant);
        grants.add(grant);
        unitOfWork.flush();
        FoundGrant found = search.existing(grant.id());
        audit.record(AuditChange.created(auditSubject(found), json(found)));
        return GrantView.of(found);
    }

    private GrantSubject subject(NewGrant command) {
        if (command.kind() == GrantSubject.Kind.USER && command.subject().contains("@")) {
            return GrantSubject.user(store.findUser(command.subject())
                    .orElseThrow(() -> new DomainException.NotFound("user", command.subject()))
                    .id());
        }
        UUID id = id(command.subject());
        return switch (command.kind()) {
            case USER -> GrantSubject.user(store.existingUser(id).id());
            case GROUP -> new GrantSubject(command.kind(), groups.existing(id).id());
            case SERVICE_ACCOUNT ->
                new GrantSubject(
                        command.kind(), store.existingServiceAccount(id).id());
        };
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new DomainException.Invalid("subject", "must be an id, or the e-mail address of a user");
        }
    }

    private void limit(Grant grant, @Nullable ProjectKey projectKey, @Nullable EnvironmentKey environment) {
        if (projectKey != null) {
            Project project = projects.existing(projectKey);
            grant.limitTo(
                    project.id(),
                    environment == null
                            ? null
                            : projects.existing(project, environment).id());
        }
    }

    private void refuseTwice(Grant grant) {
        boolean given = grants.of(grant.subject()).stream().anyMatch(other -> other.isLike(grant));
        if (given) {
            throw new DomainException.Conflict("this role is given already");
        }
    }

    /** Takes a role away that was given by hand; Conflict if no administrator would be left. */
    public void delete(UUID id) {
        grants.lock();
        FoundGrant found = search.existing(id);
        policy.require(currentActor.actor(), Permission.GRANT_UPDATE, found.scope());
        roles.granted(found.grant().role(), found.scope()).ifPresent(guard::requireGrantable);
        if (found.grant().origin() != GrantOrigin.MANUAL) {
            throw new DomainException.Conflict("this role comes from "
                    + found.grant().origin().label().toUpperCase(Locale.ROOT) + " and is taken away there");
        }
        audit.record(AuditChange.deleted(auditSubject(found), json(found)));
        grants.remove(found.grant());
        grants.requireAdministrator();
    }

    private static AuditChange.Subject auditSubject(FoundGrant found) {
        PermissionScope scope = found.scope();
        return AuditChange.Subject.of(AuditChange.Subject.GRANT, found.grant().role() + " to " + found.subjectName())
                .inProject(scope.project())
                .inEnvironment(scope.environment());
    }

    private static String json(FoundGrant found) {
        return new AuditJson()
                .text(found.grant().subject().kind().label(), found.subjectName())
                .text("role", found.grant().role())
                .text("project", found.scope().project())
                .text("environment", found.scope().environment())
                .text("origin", found.grant().origin().label())
                .toJson();
    }
}
