package dev.jackstaff.domain.access.entity;

import dev.jackstaff.domain.actor.Role;
import dev.jackstaff.domain.audit.control.Change;
import dev.jackstaff.domain.audit.control.Facts;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Somebody who may sign in with a password. Known by an e-mail address in lower case; never deleted, only made inactive. */
@Entity
@Table(name = "hub_user")
@SuppressWarnings("NullAway.Init")
public class User {
    @Id
    private UUID id;

    private String email;
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Convert(converter = AccessColumns.RoleLabel.class)
    private Role role;

    private boolean active;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Version
    private long version;

    protected User() {}

    public User(String email, String passwordHash, Role role, Instant now) {
        this.id = UUID.randomUUID();
        this.email = address(email);
        this.name = this.email.substring(0, this.email.indexOf('@'));
        this.passwordHash = passwordHash;
        this.role = role;
        this.active = true;
        this.createdAt = now;
    }

    /** An e-mail address as users are known by it. */
    public static String address(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Gives them a name, unless it is blank. */
    public void call(String newName) {
        if (!newName.isBlank()) {
            name = newName.strip();
        }
    }

    /** Gives them another role, and lets them in or not. */
    public void admit(Role newRole, boolean isActive) {
        role = newRole;
        active = isActive;
    }

    public UUID id() {
        return id;
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

    public long version() {
        return version;
    }

    /** Whether there would be nobody to manage the hub without them, if they were the last of their kind. */
    public boolean administers() {
        return active && role == Role.ADMIN;
    }

    /** This user, as the audit trail names it. */
    public Change.Subject subject() {
        return Change.Subject.of("user", email);
    }

    public String facts() {
        return new Facts()
                .text("email", email)
                .text("name", name)
                .text("role", role.label())
                .bool("active", active)
                .toJson();
    }
}
