package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.Violations;
import dev.jackstaff.domain.access.control.AccessStore;
import dev.jackstaff.domain.access.control.GrantGuard;
import dev.jackstaff.domain.access.entity.ServiceAccount;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.storage.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The use cases of service accounts. Nobody changes one that may do more than they. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.SERVICE_ACCOUNT_UPDATE)
public class ServiceAccounts {
    @Inject
    AccessStore store;

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

    /** The changeable details of a service account. */
    public record Details(String name, String description, boolean active) {}

    /** All service accounts, by name. */
    @RequiresPermission(Permission.USER_READ)
    public List<ServiceAccountView> list() {
        return store.serviceAccounts().stream().map(ServiceAccountView::of).toList();
    }

    /** The service account of this id, or NotFound. */
    @RequiresPermission(Permission.USER_READ)
    public ServiceAccountView get(UUID id) {
        return ServiceAccountView.of(store.existingServiceAccount(id));
    }

    /** Creates a service account without any role; Conflict if there is one of this name. */
    @RequiresPermission(Permission.SERVICE_ACCOUNT_CREATE)
    public ServiceAccountView create(String name, String description) {
        check(name, description);
        ServiceAccount account =
                new ServiceAccount(name, description, currentActor.actor().name(), clock.instant());
        store.add(account);
        audit.record(AuditChange.created(account.subject(), account.auditJson()));
        unitOfWork.flush();
        return ServiceAccountView.of(account);
    }

    private static void check(String name, String description) {
        Violations violations = new Violations();
        violations.require(!name.isBlank(), "name", "must not be empty");
        violations.checkText("name", name, Violations.MAX_NAME_LENGTH);
        violations.checkText("description", description, Violations.MAX_DESCRIPTION_LENGTH);
        violations.throwIfAny();
    }

    /** Changes a service account, whose tokens are refused while it is not active. */
    public ServiceAccountView update(UUID id, UnaryOperator<Details> change, ExpectedVersion expected) {
        ServiceAccount account = store.existingServiceAccount(id);
        expected.check("service account", account.version());
        guard.requireOver(id);
        Details details = change.apply(new Details(account.name(), account.description(), account.active()));
        check(details.name(), details.description());
        String before = account.auditJson();
        account.describe(details.name(), details.description());
        account.activate(details.active());
        audit.recordIfChanged(AuditChange.updated(account.subject(), before, account.auditJson()));
        unitOfWork.flush();
        return ServiceAccountView.of(account);
    }

    /** Deletes a service account with its tokens and roles. */
    @RequiresPermission(Permission.SERVICE_ACCOUNT_DELETE)
    public void delete(UUID id, ExpectedVersion expected) {
        ServiceAccount account = store.existingServiceAccount(id);
        expected.check("service account", account.version());
        guard.requireOver(id);
        store.remove(account);
        audit.record(AuditChange.deleted(account.subject(), account.auditJson()));
        unitOfWork.flush();
    }
}
