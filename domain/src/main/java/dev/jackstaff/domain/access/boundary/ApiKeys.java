package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.access.ApiKeyKind;
import dev.jackstaff.domain.access.NewApiKey;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.AccessStore.ScopedKey;
import dev.jackstaff.domain.access.control.ApiKeyPolicy;
import dev.jackstaff.domain.access.control.GrantGuard;
import dev.jackstaff.domain.access.control.RotationPolicy;
import dev.jackstaff.domain.access.entity.ApiKey;
import dev.jackstaff.domain.access.entity.ApiKeySecret;
import dev.jackstaff.domain.actor.AccessPolicy;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.Rights;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.control.Revisions;
import dev.jackstaff.domain.project.entity.Environment;
import dev.jackstaff.domain.project.entity.Project;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The use cases of API keys. */
@ApplicationScoped
@Transactional
public class ApiKeys {
    @Inject
    AccessStore store;

    @Inject
    ProjectStore projects;

    @Inject
    Revisions revisions;

    @Inject
    CurrentActor currentActor;

    @Inject
    AccessPolicy policy;

    @Inject
    GrantGuard guard;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** All keys that are not revoked and that the actor may see, latest first. */
    @RequiresPermission({})
    public List<ApiKeyView> list() {
        return store.keys().stream()
                .filter(key -> policy.allows(currentActor.actor(), Permission.KEY_READ, key.scope()))
                .map(ApiKeyView::of)
                .toList();
    }

    /** The keys of a project that are not revoked, latest first. */
    @RequiresPermission(Permission.KEY_READ)
    public List<ApiKeyView> listByProject(ProjectKey project) {
        return store.keys(projects.existing(project)).stream()
                .map(ApiKeyView::of)
                .toList();
    }

    /** Creates a key and returns its secret, this one time; Conflict if a key with this secret exists or existed. */
    @RequiresPermission({})
    public CreatedApiKey create(NewApiKey command) {
        Instant now = clock.instant();
        ApiKeyPolicy.check(command, now);
        ApiKeySecret secret = ApiKeyPolicy.createSecret(command);
        ApiKey key =
                new ApiKey(command.name().strip(), secret, currentActor.actor().name(), now);
        if (command.expiresAt() != null) {
            key.expireAt(command.expiresAt());
        }
        ScopedKey scoped = scopeOf(key, command.project(), command.environment());
        requirePermission(Permission.KEY_CREATE, scoped);
        store.add(key);
        audit.record(AuditChange.created(subject(scoped), key.auditJson()));
        raiseRevisions(scoped);
        return new CreatedApiKey(ApiKeyView.of(scoped), secret.text());
    }

    private ScopedKey scopeOf(ApiKey key, @Nullable ProjectKey projectKey, @Nullable EnvironmentKey environmentKey) {
        if (projectKey == null) {
            return new ScopedKey(key, Optional.empty(), Optional.empty());
        }
        Project project = projects.existing(projectKey);
        if (environmentKey == null) {
            key.limitTo(project.id(), null);
            return new ScopedKey(key, Optional.of(project), Optional.empty());
        }
        Environment environment = projects.existing(project, environmentKey);
        key.limitTo(project.id(), environment.id());
        return new ScopedKey(key, Optional.of(project), Optional.of(environment));
    }

    /**
     * Replaces a key by another of the same name, kind and limits, and returns its secret, this one time. If it expires, the
     * new one lasts as long from now as the old one did.
     *
     * @param overlap how long the old one stays valid, at most a week
     */
    @RequiresPermission({})
    public CreatedApiKey rotate(UUID id, Duration overlap) {
        RotationPolicy.checkOverlap(overlap);
        ScopedKey old = store.existingKey(id);
        requirePermission(Permission.KEY_CREATE, old);
        Instant now = clock.instant();
        ApiKeySecret secret = ApiKeySecret.generate(old.key().kind());
        ScopedKey next = new ScopedKey(
                old.key().successor(secret, currentActor.actor().name(), now), old.project(), old.environment());
        String before = old.key().auditJson();
        old.key().endAt(now.plus(overlap));
        store.add(next.key());
        audit.record(
                AuditChange.updated(subject(old), before, old.key().auditJson()).withAction("rotated"));
        audit.record(AuditChange.created(subject(next), next.key().auditJson()));
        raiseRevisions(next);
        return new CreatedApiKey(ApiKeyView.of(next), secret.text());
    }

    /** Revokes a key permanently, or NotFound. */
    @RequiresPermission({})
    public void revoke(UUID id) {
        ScopedKey scoped = store.existingKey(id);
        requirePermission(Permission.KEY_DELETE, scoped);
        String before = scoped.key().auditJson();
        scoped.key().revoke(clock.instant());
        audit.record(AuditChange.updated(subject(scoped), before, scoped.key().auditJson())
                .withAction("revoked"));
        raiseRevisions(scoped);
    }

    /** Raises the revisions that a key is part of. Admin keys are not part of snapshots, so they raise none. */
    private void raiseRevisions(ScopedKey scoped) {
        ApiKeyKind kind = scoped.key().kind();
        unitOfWork.flush();
        if (kind != ApiKeyKind.ADMIN) {
            scoped.environment().ifPresentOrElse(revisions::raise, revisions::raiseEverywhere);
        }
    }

    /** Who creates or revokes a key of the management API may do all that it may do. */
    private void requirePermission(Permission permission, ScopedKey key) {
        policy.require(currentActor.actor(), permission, key.scope());
        if (key.key().kind() == ApiKeyKind.ADMIN) {
            guard.requireHeld(rights(key).roles());
        }
    }

    private static Rights rights(ScopedKey key) {
        return key.project().isEmpty()
                ? Rights.ALL
                : new Rights(List.of(GrantedRole.of(BuiltInRole.OWNER, key.scope())));
    }

    private static AuditChange.Subject subject(ScopedKey scoped) {
        AuditChange.Subject subject = scoped.key().subject();
        AuditChange.Subject within = scoped.project()
                .map(project -> subject.inProject(project.key()))
                .orElse(subject);
        return scoped.environment()
                .map(environment -> within.inEnvironment(environment.key()))
                .orElse(within);
    }

    /**
     * Returns the actor of an admin key's secret; Unauthenticated if the key is unknown, expired, revoked or not an
     * admin key. Needs no role.
     */
    public Actor authenticate(String secret) {
        Instant now = clock.instant();
        String hash = ApiKeySecret.hash(secret);
        ScopedKey key = store.findKeyByHash(hash)
                .filter(found ->
                        found.key().kind() == ApiKeyKind.ADMIN && found.key().isValidFor(hash, now))
                .orElseThrow(() -> new DomainException.Unauthenticated(
                        "the key is unknown, expired, revoked or not an admin key"));
        store.recordUse(key.key(), now);
        return new Actor(key.key().name(), rights(key), Actor.Kind.KEY);
    }
}
