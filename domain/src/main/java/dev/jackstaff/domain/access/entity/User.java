package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.AuditChange;
import dev.jackstaff.domain.audit.AuditJson;
import dev.jackstaff.domain.storage.VersionedEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A person who can log in with a password, identified by an e-mail address in lower case. Never deleted, only
 * deactivated.
 */
@Entity
@Table(name = "hub_user")
@SuppressWarnings("NullAway.Init")
public class User extends VersionedEntity {
    private String email;
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Convert(converter = AccessConverters.RoleConverter.class)
    private Role role;

    private boolean active;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    protected User() {}

    public User(String email, String passwordHash, Role role, Instant now) {
        super(UUID.randomUUID());
        this.email = normalizeEmail(email);
        this.name = this.email.substring(0, this.email.indexOf('@'));
        this.passwordHash = passwordHash;
        this.role = role;
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

    /** Changes the role, and whether the user is active. */
    public void changeAccess(Role newRole, boolean isActive) {
        role = newRole;
        active = isActive;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Role role() {
        return role;
    }

    public boolean active() {
        return active;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Whether this user is an active administrator. */
    public boolean isActiveAdministrator() {
        return active && role == Role.ADMIN;
    }

    /** The subject of audit entries about this user. */
    public AuditChange.Subject subject() {
        return AuditChange.Subject.of(AuditChange.Subject.USER, email);
    }

    public String auditJson() {
        return new AuditJson()
                .text("email", email)
                .text("name", name)
                .text("role", role.label())
                .bool("active", active)
                .toJson();
    }
}
