package dev.jackstaff.domain.audit.entity;

import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditEntryView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored audit entry. Never changed, so it has no version. It gets its id when it is recorded and not when it is
 * written, so that the entries of one transaction are in the order of their changes.
 */
@Entity
@Table(name = "audit_entry")
@SuppressWarnings("NullAway.Init")
public class AuditEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_entry_id_seq")
    @SequenceGenerator(name = "audit_entry_id_seq", sequenceName = "audit_entry_id_seq", allocationSize = 1)
    private @Nullable Long id;

    /** Given by the database: the same for all that one transaction writes. */
    @Column(name = "change_id", insertable = false, updatable = false)
    private @Nullable Long changeId;

    private Instant at;
    private String actor;

    @Column(name = "actor_kind")
    private String actorKind;

    private String action;
    private String resource;

    @Column(name = "key")
    private String key;

    private String project;
    private String environment;
    private @Nullable String before;
    private @Nullable String after;

    protected AuditEntry() {}

    public AuditEntry(Instant at, Actor actor, AuditChange change) {
        this.at = at;
        this.actor = actor.name();
        this.actorKind = actor.kind().label();
        this.action = change.action();
        this.resource = change.subject().resource();
        this.key = change.subject().key();
        this.project = change.subject().project();
        this.environment = change.subject().environment();
        this.before = change.before();
        this.after = change.after();
    }

    /** The id of the change that this is a part of; 0 for entries from before changes had ids. */
    public long changeId() {
        return changeId == null ? 0 : changeId;
    }

    public AuditEntryView view() {
        return new AuditEntryView(
                id == null ? 0 : id, at, actor, actorKind, action, resource, key, project, environment, before, after);
    }
}
