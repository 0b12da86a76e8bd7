package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.entity.AuditEntry;
import dev.jackstaff.domain.idempotency.control.ChangeMark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Objects;

/** The writer of the audit trail, in the transaction of the change. */
@ApplicationScoped
public class AuditRecorder {
    @Inject
    EntityManager entities;

    @Inject
    CurrentActor currentActor;

    @Inject
    ChangeMark mark;

    @Inject
    Clock clock;

    /** Records a change by the current actor. */
    public void record(AuditChange change) {
        record(currentActor.actor(), change);
    }

    /** Records an update by the current actor, unless it changed nothing; returns whether it did. */
    public boolean recordIfChanged(AuditChange update) {
        boolean changed = !Objects.equals(update.before(), update.after());
        if (changed) {
            record(update);
        }
        return changed;
    }

    /** Records a change by a given actor, for work outside a request. */
    public void record(Actor actor, AuditChange change) {
        entities.persist(new AuditEntry(clock.instant(), actor, change));
        if (actor.kind() != Actor.Kind.SYSTEM) {
            mark.write();
        }
    }
}
