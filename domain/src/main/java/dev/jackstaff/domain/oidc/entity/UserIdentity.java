package dev.jackstaff.domain.oidc.entity;

import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * The identity of a user at an issuer, by which the user is known there for good: a subject is never given to somebody else,
 * while an e-mail address may be. A user has at most one at each issuer.
 */
@Entity
@Table(name = "user_identity")
@SuppressWarnings("NullAway.Init")
public class UserIdentity extends VersionedEntity {
    @Column(name = "user_id", updatable = false)
    private UUID userId;

    @Column(updatable = false)
    private String issuer;

    @Column(updatable = false)
    private String subject;

    @Column(name = "linked_at", updatable = false)
    private Instant linkedAt;

    @Column(name = "groups_at")
    private Instant groupsAt;

    protected UserIdentity() {}

    public UserIdentity(UUID user, String issuer, String subject, Instant now) {
        super(UUID.randomUUID());
        this.userId = user;
        this.issuer = issuer;
        this.subject = subject;
        this.linkedAt = now;
        this.groupsAt = Instant.EPOCH;
    }

    /** Whether a token was issued after the one whose groups were granted last. */
    public boolean isOlderThan(Instant issuedAt) {
        return issuedAt.isAfter(groupsAt);
    }

    /**
     * Whether a token's groups are news, so that an old token does not bring back what a later one has taken away. Remembers
     * that they are granted now.
     */
    public boolean acceptGroups(Instant issuedAt) {
        boolean isNews = isOlderThan(issuedAt);
        if (isNews) {
            groupsAt = issuedAt;
        }
        return isNews;
    }

    public UUID userId() {
        return userId;
    }

    public String issuer() {
        return issuer;
    }

    public String subject() {
        return subject;
    }

    public Instant linkedAt() {
        return linkedAt;
    }
}
