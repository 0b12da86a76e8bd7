package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.KeySyntax;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.RoleDetails;
import dev.jackstaff.domain.access.control.GrantGuard;
import dev.jackstaff.domain.access.control.GrantStore;
import dev.jackstaff.domain.access.control.RoleStore;
import dev.jackstaff.domain.access.entity.CustomRole;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.permission.PermissionScope;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The use cases of roles: those that are built in, and those that an installation defines. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.ROLE_UPDATE)
public class Roles {
    @Inject
    RoleStore roles;

    @Inject
    GrantStore grants;

    @Inject
    GrantGuard guard;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    /** All roles: those that are built in, then those of the installation by key. */
    @RequiresPermission({})
    public List<RoleView> list() {
        return Stream.concat(
                        Stream.of(BuiltInRole.values()).map(RoleView::of),
                        roles.all().stream().map(RoleView::of))
                .toList();
    }

    /** Creates a role; Forbidden if it would allow more than the actor may do. */
    @RequiresPermission(Permission.ROLE_CREATE)
    public RoleView create(String key, RoleDetails details) {
        KeySyntax.requireValid("key", key);
        check(details);
        if (BuiltInRole.LABELS.find(key).isPresent()) {
            throw new DomainException.Conflict("the role \"" + key + "\" is built in");
        }
        requireHeld(key, details);
        CustomRole role = new CustomRole(key, details);
        roles.add(role);
        audit.record(AuditChange.created(role.subject(), role.auditJson()));
        unitOfWork.flush();
        return RoleView.of(role);
    }

    /** Changes a role of the installation, at once for all who have it; Forbidden if it allows more than the actor may do. */
    public RoleView update(String key, UnaryOperator<RoleDetails> change, ExpectedVersion expected) {
        grants.lock();
        refuseBuiltIn(key);
        CustomRole role = roles.existing(key);
        expected.check("role", role.version());
        RoleDetails details = change.apply(role.details());
        check(details);
        requireHeld(key, role.details());
        requireHeld(key, details);
        String before = role.auditJson();
        role.describe(details);
        audit.recordIfChanged(AuditChange.updated(role.subject(), before, role.auditJson()));
        unitOfWork.flush();
        return RoleView.of(role);
    }

    /** Deletes a role of the installation that nobody has; Conflict if somebody has it. */
    @RequiresPermission(Permission.ROLE_DELETE)
    public void delete(String key, ExpectedVersion expected) {
        grants.lock();
        refuseBuiltIn(key);
        CustomRole role = roles.existing(key);
        expected.check("role", role.version());
        long uses = roles.grants(key);
        if (uses > 0) {
            throw new DomainException.Conflict(
                    "the role is granted " + uses + (uses == 1 ? " time" : " times") + "; take it away first");
        }
        roles.remove(role);
        audit.record(AuditChange.deleted(role.subject(), role.auditJson()));
        unitOfWork.flush();
    }

    private static void refuseBuiltIn(String key) {
        if (BuiltInRole.LABELS.find(key).isPresent()) {
            throw new DomainException.Conflict("the role \"" + key + "\" is built in and cannot be changed");
        }
    }

    private void requireHeld(String key, RoleDetails details) {
        guard.requireHeld(List.of(new GrantedRole(key, details.permissions(), PermissionScope.INSTALLATION)));
    }

    private static void check(RoleDetails details) {
        Violations violations = new Violations();
        violations.require(!details.name().isBlank(), "name", "must not be empty");
        violations.checkText("name", details.name(), Violations.MAX_NAME_LENGTH);
        violations.checkText("description", details.description(), Violations.MAX_DESCRIPTION_LENGTH);
        violations.require(!details.permissions().isEmpty(), "permissions", "must not be empty");
        violations.throwIfAny();
    }
}
