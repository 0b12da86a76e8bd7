package dev.jackstaff.domain.audit.boundary;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.actor.RequiresPermission;
import dev.jackstaff.domain.audit.AuditAccess;
import dev.jackstaff.domain.audit.AuditChange.Subject;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.control.AuditCondition;
import dev.jackstaff.domain.audit.entity.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
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
@RequiresPermission({})
public class AuditTrail {
    private static final String NOT_CONFIDENTIAL =
            Subject.CONFIDENTIAL.stream().collect(joining("', '", " and e.resource not in ('", "')"));

    @Inject
    EntityManager entities;

    @Inject
    CurrentActor currentActor;

    @Inject
    AuditAccess access;

    /**
     * A page of entries, latest first.
     *
     * @throws DomainException.Forbidden if the actor may not read the project that is asked for
     */
    @SuppressWarnings("unchecked")
    public List<AuditEntryView> entries(AuditQuery query) {
        AuditCondition condition = AuditCondition.of(query.filter()).add("e.id < ?", query.before());
        Actor actor = currentActor.actor();
        if (!access.readsAll(actor)) {
            Subject.CONFIDENTIAL.forEach(kind -> condition.add("e.resource <> ?", kind));
            access.projectsReadBy(actor, query.filter().project()).ifPresent(condition::inProjects);
        }
        Query statement = entities.createNativeQuery(
                "select * from audit_entry e where " + condition.text() + " order by e.id desc limit " + query.limit(),
                AuditEntry.class);
        int position = 0;
        for (Object parameter : condition.parameters()) {
            statement.setParameter(++position, parameter);
        }
        return ((List<AuditEntry>) statement.getResultList())
                .stream().map(this::view).toList();
    }

    /** The condition of the entries that the present actor may read. */
    private String visible() {
        return readsAll() ? "" : NOT_CONFIDENTIAL;
    }

    private AuditEntryView view(AuditEntry entry) {
        return readsAll() ? entry.view() : entry.view().withoutAddress();
    }

    private boolean readsAll() {
        return access.readsAll(currentActor.actor());
    }

    /** The entries of some changes, by the id of the change, each in the order of the changing; for those who see them. */
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
