package dev.jackstaff.domain.audit.control;

import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.actor.CurrentActor;
import dev.jackstaff.domain.audit.AuditAuthor;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditNote;
import dev.jackstaff.domain.audit.entity.AuditEntry;
import dev.jackstaff.domain.idempotency.control.ChangeMark;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Objects;

/** The writer of the audit trail, in the transaction of the change. */
@ApplicationScoped
public class AuditRecorder {
    @Inject
    EntityManager entities;

    @Inject
    CurrentActor currentActor;

    @Inject
    ChangeIds changeIds;

    @Inject
    AuditKeys keys;

    @Inject
    ChangeMark mark;

    @Inject
    Clock clock;

    /** Records a change by the current actor. */
    public void record(AuditChange change) {
        record(AuditAuthor.of(currentActor), change, AuditNote.NONE);
    }

    /** Records an update by the current actor, unless it changed nothing; returns whether it did. */
    public boolean recordIfChanged(AuditChange update) {
        boolean changed = !Objects.equals(update.before(), update.after());
        if (changed) {
            record(update);
        }
        return changed;
    }

    /** Records the parts of one change, of which the first gets the instructions. */
    public void recordAll(AuditAuthor author, List<AuditChange> changes, AuditNote note) {
        AuditNote next = note;
        for (AuditChange change : changes) {
            record(author, change, next);
            next = note.withoutInstructions();
        }
    }

    /** Records a change by a given author, who may be none of a request. */
    public void record(AuditAuthor author, AuditChange change, AuditNote note) {
        write(author, change, note);
        if (author.actor().kind() != Actor.Kind.SYSTEM) {
            mark.write();
        }
    }

    /** Records something that is no change which the current request was to make, such as a refusal. */
    public void recordAside(AuditAuthor author, AuditChange event) {
        write(author, event, AuditNote.NONE);
    }

    private void write(AuditAuthor author, AuditChange change, AuditNote note) {
        AuditEntry entry = new AuditEntry(clock.instant(), changeIds.current(), author, change, note);
        entities.persist(entry);
        keys.current().ifPresent(key -> entry.sign(key.id(), key::sign));
    }
}
