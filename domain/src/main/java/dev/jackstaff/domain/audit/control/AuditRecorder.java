package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.audit.entity.AuditEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Writes the trail, in the transaction of the change. */
@ApplicationScoped
public class AuditRecorder {
    @Inject
    EntityManager entities;

    @Inject
    CurrentActor currentActor;

    @Inject
    Clock clock;

    /** What the current actor did. */
    public void record(AuditChange change) {
        record(currentActor.actor(), change);
    }

    /** What an actor did, where there is no request. */
    public void record(Actor actor, AuditChange change) {
        entities.persist(new AuditEntry(clock.instant(), actor, change));
    }
}
