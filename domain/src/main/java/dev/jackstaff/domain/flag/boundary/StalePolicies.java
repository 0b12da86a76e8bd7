package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.ExpectedVersion;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.audit.control.AuditRecorder;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.StalePolicy;
import dev.jackstaff.domain.flag.control.StalePolicyStore;
import dev.jackstaff.domain.permission.Permission;
import dev.jackstaff.domain.project.ProjectKey;
import dev.jackstaff.domain.project.control.ProjectStore;
import dev.jackstaff.domain.project.entity.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.UnaryOperator;

/** The use cases of stale policies. */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class StalePolicies {
    private static final String RESOURCE = "stale policy";

    @Inject
    ProjectStore projects;

    @Inject
    StalePolicyStore policies;

    @Inject
    AuditRecorder audit;

    /** Returns the policy of a project: the defaults, unless somebody has set it. */
    public StalePolicyView get(ProjectKey key) {
        StalePolicyStore.Stored stored = policies.find(projects.existing(key));
        return new StalePolicyView(stored.policy(), stored.version());
    }

    /**
     * Changes the policy of a project.
     *
     * @throws dev.jackstaff.domain.DomainException.Stale if another version is expected
     */
    @RequiresPermission(Permission.PROJECT_UPDATE)
    public StalePolicyView update(ProjectKey key, UnaryOperator<StalePolicy> change, ExpectedVersion expected) {
        Project project = projects.existing(key);
        StalePolicyStore.Stored before = policies.findForUpdate(project);
        expected.check(RESOURCE, before.version());
        StalePolicy after = change.apply(before.policy());
        AuditChange.Subject subject = AuditChange.Subject.of(RESOURCE, key).inProject(key);
        if (!audit.recordIfChanged(AuditChange.updated(subject, json(before.policy()), json(after)))) {
            return new StalePolicyView(before.policy(), before.version());
        }
        policies.replace(project, after);
        return new StalePolicyView(after, before.version() + 1);
    }

    private static String json(StalePolicy policy) {
        AuditJson lifetimes = new AuditJson();
        for (FlagKind kind : FlagKind.values()) {
            lifetimes.number(kind.label(), policy.lifetime(kind));
        }
        return new AuditJson()
                .json("lifetimes", lifetimes.toJson())
                .number("usageDays", policy.usageDays())
                .toJson();
    }
}
