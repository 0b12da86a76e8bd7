package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who can log in, identified by an e-mail address in lower case.
 */
@Entity
@Table(name = "hub_user")
@SuppressWarnings("NullAway.Init")
public class User extends VersionedEntity {
    private String email;
    private String name;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    private boolean active;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected User() {}

    public User(String email, @Nullable String passwordHash, Instant now) {
        super(UUID.randomUUID());
        this.email = normalizeEmail(email);
        this.name = this.email.substring(0, this.email.indexOf('@'));
        this.passwordHash = passwordHash;
        this.active = true;
        this.createdAt = now;
    }

    /** Normalizes an e-mail address: no surrounding blanks, lower case. */
    public static String normalizeEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Renames the user; a blank name is ignored. */
    public void rename(String newName) {
        if (!newName.isBlank()) {
            name = newName.strip();
        }
    }

    public void changePassword(String newPasswordHash) {
        passwordHash = newPasswordHash;
    }

    public void activate(boolean isActive) {
        active = isActive;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    /** The hash of the password; empty if the user has none. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** The subject of audit entries about this user. */
    public AuditChange.Subject subject() {
        return AuditChange.Subject.of(AuditChange.Subject.USER, email);
    }

    public String auditJson() {
        return new AuditJson()
                .text("email", email)
                .text("name", name)
                .bool("active", active)
                .toJson();
    }
}
