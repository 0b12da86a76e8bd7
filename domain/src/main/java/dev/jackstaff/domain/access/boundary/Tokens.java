package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.GrantSubject;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.GrantGuard;
import dev.jackstaff.domain.access.control.RoleStore;
import dev.jackstaff.domain.access.control.RotationPolicy;
import dev.jackstaff.domain.access.control.TokenStore;
import dev.jackstaff.domain.access.entity.AccessToken;
import dev.jackstaff.domain.access.entity.TokenSecret;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The use cases of access tokens, of users and of service accounts. A token never allows more than its owner may do at the
 * time, and cannot make other tokens.
 */
@ApplicationScoped
@Transactional
@RequiresPermission({})
public class Tokens {
    /** How long a token is valid at most. */
    public static final Duration MAX_LIFETIME = Duration.ofDays(366);

    /** The most tokens of one owner. */
    private static final int MAX_TOKENS = 100;

    @Inject
    TokenStore tokens;

    @Inject
    AccessStore store;

    @Inject
    RoleStore roles;

    @Inject
    ProjectStore projects;

    @Inject
    GrantGuard guard;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** The own tokens of whoever asks. */
    public List<TokenView> own() {
        return list(self());
    }

    /** The tokens of a service account. */
    @RequiresPermission(Permission.USER_READ)
    public List<TokenView> ofServiceAccount(UUID account) {
        return list(serviceAccount(account));
    }

    private List<TokenView> list(GrantSubject owner) {
        return tokens.of(owner, clock.instant()).stream().map(TokenView::of).toList();
    }

    /** Creates a token of whoever asks, and returns its secret, this one time. */
    public CreatedToken createOwn(NewToken command) {
        return create(self(), command);
    }

    /** Creates a token of a service account; Forbidden if that may do more than the actor. */
    @RequiresPermission(Permission.SERVICE_ACCOUNT_UPDATE)
    public CreatedToken create(UUID account, NewToken command) {
        return create(changeable(account), command);
    }

    private CreatedToken create(GrantSubject owner, NewToken command) {
        Instant now = clock.instant();
        check(command, now);
        TokenSecret secret = TokenSecret.generate(owner.kind());
        AccessToken token = new AccessToken(
                owner, command.name(), secret, currentActor.actor().name(), now, command.expiresAt());
        limit(token, command);
        return add(token, secret, now);
    }

    private static void check(NewToken command, Instant now) {
        Violations violations = new Violations();
        violations.require(!command.name().isBlank(), "name", "is required");
        violations.checkText("name", command.name(), Violations.MAX_NAME_LENGTH);
        violations.require(
                command.expiresAt().isAfter(now) && !command.expiresAt().isAfter(now.plus(MAX_LIFETIME)),
                "expiresAt",
                "must be in the future, and within " + MAX_LIFETIME.toDays() + " days");
        violations.require(
                command.project() != null || command.environment() == null,
                "project",
                "is required with an environment");
        violations.throwIfAny();
    }

    private void limit(AccessToken token, NewToken command) {
        @Nullable String role = command.role();
        if (role != null && roles.granted(role, PermissionScope.INSTALLATION).isEmpty()) {
            throw new DomainException.Invalid("role", "is no role; GET /api/v1/roles lists them");
        }
        ProjectKey projectKey = command.project();
        EnvironmentKey environment = command.environment();
        if (projectKey == null) {
            token.limitTo(role, null, null);
            return;
        }
        Project project = projects.existing(projectKey);
        token.limitTo(
                role,
                project.id(),
                environment == null
                        ? null
                        : projects.existing(project, environment).id());
    }

    private CreatedToken add(AccessToken token, TokenSecret secret, Instant now) {
        if (tokens.of(token.owner(), now).size() >= MAX_TOKENS) {
            throw new DomainException.Conflict("there are " + MAX_TOKENS + " tokens already; revoke one first");
        }
        tokens.add(token, now);
        audit.record(AuditChange.created(token.subject(), token.auditJson()));
        unitOfWork.flush();
        return new CreatedToken(TokenView.of(tokens.existing(token.owner(), token.id(), now)), secret.text());
    }

    /** As {@link #rotate}, a token of whoever asks. */
    public CreatedToken rotateOwn(UUID id, Duration overlap) {
        return rotate(self(), id, overlap);
    }

    /**
     * Replaces a token by another of the same name and limits, which lasts as long from now as that did.
     *
     * @param overlap how long the old one stays valid, at most {@link RotationPolicy#MAX_OVERLAP}
     */
    @RequiresPermission(Permission.SERVICE_ACCOUNT_UPDATE)
    public CreatedToken rotate(UUID account, UUID id, Duration overlap) {
        return rotate(changeable(account), id, overlap);
    }

    private CreatedToken rotate(GrantSubject owner, UUID id, Duration overlap) {
        RotationPolicy.checkOverlap(overlap);
        Instant now = clock.instant();
        AccessToken old = tokens.existing(owner, id, now).token();
        Duration lifetime = Duration.between(old.createdAt(), old.expiresAt());
        TokenSecret secret = TokenSecret.generate(owner.kind());
        AccessToken next = old.successor(secret, currentActor.actor().name(), now, now.plus(lifetime));
        String before = old.auditJson();
        old.endAt(now.plus(overlap));
        audit.record(AuditChange.updated(old.subject(), before, old.auditJson()).withAction("rotated"));
        return add(next, secret, now);
    }

    /** Revokes a token of whoever asks, or NotFound. */
    public void revokeOwn(UUID id) {
        revoke(self(), id);
    }

    /** Revokes a token of a service account, or NotFound. */
    @RequiresPermission(Permission.SERVICE_ACCOUNT_UPDATE)
    public void revoke(UUID account, UUID id) {
        revoke(serviceAccount(account), id);
    }

    private void revoke(GrantSubject owner, UUID id) {
        AccessToken token = tokens.existing(owner, id, clock.instant()).token();
        tokens.remove(token);
        audit.record(AuditChange.deleted(token.subject(), token.auditJson()).withAction("revoked"));
        unitOfWork.flush();
    }

    private GrantSubject self() {
        return GrantSubject.user(currentActor.interactiveLogin().user());
    }

    private GrantSubject serviceAccount(UUID id) {
        return new GrantSubject(
                GrantSubject.Kind.SERVICE_ACCOUNT,
                store.existingServiceAccount(id).id());
    }

    private GrantSubject changeable(UUID account) {
        GrantSubject owner = serviceAccount(account);
        guard.requireOver(account);
        return owner;
    }
}
