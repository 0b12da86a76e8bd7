package dev.jackstaff.domain.audit.boundary;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditAccess;
import dev.jackstaff.domain.audit.AuditChange.Subject;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.entity.AuditEntry;
import dev.jackstaff.domain.permission.Permission;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The read access to the audit trail. Entries on users, and the addresses of callers, are for those who may read all of
 * it.
 */
@ApplicationScoped
@Transactional
@RequiresPermission(Permission.PROJECT_READ)
public class AuditTrail {
    private static final String WITHOUT_USERS = " and e.resource not in ('%s', '%s', '%s', '%s', '%s', '%s')"
            .formatted(
                    Subject.USER, Subject.GROUP, Subject.SERVICE_ACCOUNT, Subject.ROLE, Subject.GRANT, Subject.TOKEN);

    @Inject
    EntityManager entities;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditAccess access;

    /** A page of entries, latest first. */
    public List<AuditEntryView> entries(AuditQuery query) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.id < :before and (:project = '' or e.project = :project)"
                                + visible() + " order by e.id desc",
                        AuditEntry.class)
                .setParameter("before", query.before())
                .setParameter("project", query.project())
                .setMaxResults(query.limit())
                .getResultStream()
                .map(this::view)
                .toList();
    }

    /** The condition of the entries that the present actor may read. */
    private String visible() {
        return readsAll() ? "" : WITHOUT_USERS;
    }

    private AuditEntryView view(AuditEntry entry) {
        return readsAll() ? entry.view() : entry.view().withoutAddress();
    }

    private boolean readsAll() {
        return access.readsAll(currentActor.actor());
    }

    /** The entries of some changes, by the id of the change, each in the order of the changing; for those who see them. */
    @RequiresPermission({})
    public Map<Long, List<AuditEntryView>> ofChanges(Collection<Long> changes) {
        if (changes.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select e from AuditEntry e where e.changeId in :changes" + visible() + " order by e.id",
                        AuditEntry.class)
                .setParameter("changes", changes)
                .getResultStream()
                .collect(groupingBy(AuditEntry::changeId, mapping(this::view, toList())));
    }
}
