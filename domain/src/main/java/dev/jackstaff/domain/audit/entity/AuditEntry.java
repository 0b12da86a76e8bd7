package dev.jackstaff.domain.audit.entity;

import dev.jackstaff.domain.audit.AuditAuthor;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditEntryView;
import dev.jackstaff.domain.audit.AuditNote;
import dev.jackstaff.domain.audit.AuditText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.function.UnaryOperator;
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

    /** The same for all that one transaction writes. */
    @Column(name = "change_id")
    private @Nullable Long changeId;

    private Instant at;
    private String actor;

    @Column(name = "actor_kind")
    private String actorKind;

    @Column(name = "on_behalf_of")
    private String onBehalfOf;

    private String channel;
    private String address;

    @Column(name = "request_id")
    private String requestId;

    private String action;
    private String resource;

    @Column(name = "key")
    private String key;

    private String project;
    private String environment;
    private String reason;
    private String ticket;
    private @Nullable String instructions;
    private @Nullable String before;
    private @Nullable String after;

    @Column(name = "key_id")
    private @Nullable String keyId;

    @Column(name = "mac")
    private @Nullable String mac;

    protected AuditEntry() {}

    /**
     * An entry of a change that is being made.
     *
     * @param changeId the id that this transaction has
     */
    public AuditEntry(Instant at, long changeId, AuditAuthor author, AuditChange change, AuditNote note) {
        this.at = at;
        this.changeId = changeId;
        this.actor = author.actor().name();
        this.actorKind = author.actor().kind().label();
        this.onBehalfOf = author.onBehalfOf();
        this.channel = author.origin().channel().label();
        this.address = author.origin().address();
        this.requestId = author.origin().requestId();
        this.reason = note.reason();
        this.ticket = note.ticket();
        this.instructions = AuditText.onOneLine(note.instructions());
        this.action = change.action();
        this.resource = change.subject().resource();
        this.key = change.subject().key();
        this.project = change.subject().project();
        this.environment = change.subject().environment();
        this.before = AuditText.onOneLine(change.before());
        this.after = AuditText.onOneLine(change.after());
    }

    /** Signs what this entry says. It is signed once, when it has its id and before it is written. */
    public void sign(String key, UnaryOperator<String> signature) {
        keyId = key;
        mac = signature.apply(AuditText.of(view()));
    }

    /** The id of the change that this is a part of; 0 for entries from before changes had ids. */
    public long changeId() {
        return changeId == null ? 0 : changeId;
    }

    public AuditEntryView view() {
        return new AuditEntryView(
                id == null ? 0 : id,
                at,
                actor,
                actorKind,
                onBehalfOf,
                channel,
                address,
                requestId,
                changeId(),
                action,
                resource,
                key,
                project,
                environment,
                reason,
                ticket,
                instructions,
                before,
                after);
    }
}
