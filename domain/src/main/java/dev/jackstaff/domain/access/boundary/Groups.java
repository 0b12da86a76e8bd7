package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.GrantOrigin;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.GrantGuard;
import dev.jackstaff.domain.access.control.GrantStore;
import dev.jackstaff.domain.access.control.GroupStore;
import dev.jackstaff.domain.access.entity.User;
import dev.jackstaff.domain.access.entity.UserGroup;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The use cases of groups of users. Nobody changes who is in a group that has roles which they do not have themselves. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.GROUP_UPDATE)
public class Groups {
    @Inject
    GroupStore groups;

    @Inject
    AccessStore users;

    @Inject
    GrantStore grants;

    @Inject
    GrantGuard guard;

    @Inject
    AuditRecorder audit;

    @Inject
    UnitOfWork unitOfWork;

    @Inject
    Clock clock;

    /** All groups, by name. */
    @RequiresPermission(Permission.USER_READ)
    public List<GroupView> list() {
        return groups.all().stream().map(GroupView::of).toList();
    }

    /** The group of this id, or NotFound. */
    @RequiresPermission(Permission.USER_READ)
    public GroupView get(UUID id) {
        return GroupView.of(groups.existing(id));
    }

    /** The users in a group, by e-mail address. */
    @RequiresPermission(Permission.USER_READ)
    public List<UserView> members(UUID id) {
        return groups.members(groups.existing(id).id()).stream().map(this::view).toList();
    }

    private UserView view(User user) {
        return UserView.of(user, grants.roleOf(user.id()));
    }

    /** Creates a group without anybody in it; Conflict if there is one of this name. */
    @RequiresPermission(Permission.GROUP_CREATE)
    public GroupView create(String name) {
        checkName(name);
        UserGroup group = new UserGroup(name, GrantOrigin.MANUAL, clock.instant());
        groups.add(group);
        audit.record(AuditChange.created(group.subject(), group.auditJson()));
        unitOfWork.flush();
        return GroupView.of(group);
    }

    private static void checkName(String name) {
        Violations violations = new Violations();
        violations.require(!name.isBlank(), "name", "must not be empty");
        violations.checkText("name", name, Violations.MAX_NAME_LENGTH);
        violations.throwIfAny();
    }

    /** Renames a group. */
    public GroupView rename(UUID id, String name, ExpectedVersion expected) {
        UserGroup group = groups.existing(id);
        expected.check("group", group.version());
        checkName(name);
        String before = group.auditJson();
        group.rename(name);
        audit.recordIfChanged(AuditChange.updated(group.subject(), before, group.auditJson()));
        unitOfWork.flush();
        return GroupView.of(group);
    }

    /** Deletes a group with the roles that it has; Conflict if no administrator would be left. */
    @RequiresPermission(Permission.GROUP_DELETE)
    public void delete(UUID id, ExpectedVersion expected) {
        UserGroup group = changeable(id);
        expected.check("group", group.version());
        groups.remove(group);
        audit.record(AuditChange.deleted(group.subject(), group.auditJson()));
        grants.requireAdministrator();
    }

    /** Puts a user into a group, if they are not in it by hand already. */
    public void join(UUID id, UUID userId) {
        UserGroup group = changeable(id);
        User user = users.existingUser(userId);
        if (groups.join(id, userId, GrantOrigin.MANUAL)) {
            audit.record(new AuditChange("member added", group.subject(), null, member(user)));
        }
    }

    /** Takes a user out of a group who is in it by hand, or NotFound; Conflict if no administrator would be left. */
    public void leave(UUID id, UUID userId) {
        UserGroup group = changeable(id);
        User user = users.existingUser(userId);
        if (!groups.leave(id, userId, GrantOrigin.MANUAL)) {
            throw new DomainException.NotFound("member", user.email());
        }
        audit.record(new AuditChange("member removed", group.subject(), member(user), null));
        grants.requireAdministrator();
    }

    /** The group, whose roles the actor has too. */
    private UserGroup changeable(UUID id) {
        grants.lock();
        UserGroup group = groups.existing(id);
        guard.requireOver(id);
        return group;
    }

    private static String member(User user) {
        return new AuditJson().text("member", user.email()).toJson();
    }
}
