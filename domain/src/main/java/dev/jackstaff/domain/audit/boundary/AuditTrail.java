package dev.jackstaff.domain.audit.boundary;

import dev.jackstaff.domain.actor.RequiresRole;
import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.entity.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;

/** The read access to the audit trail. */
@ApplicationScoped
@Transactional
@RequiresRole(Role.VIEWER)
public class AuditTrail {
    @Inject
    EntityManager entities;

    /** A page of entries, latest first. */
    public List<AuditEntryView> entries(AuditQuery query) {
        return entities.createQuery(
                        "select e from AuditEntry e where e.id < :before and (:project = '' or e.project = :project)"
                                + " order by e.id desc",
                        AuditEntry.class)
                .setParameter("before", query.before())
                .setParameter("project", query.project())
                .setMaxResults(query.limit())
                .getResultStream()
                .map(AuditEntry::view)
                .toList();
    }
}
