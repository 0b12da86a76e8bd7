package dev.jackstaff.domain.access;

import dev.jackstaff.domain.Labels;
import dev.jackstaff.domain.permission.BuiltInRole;
import dev.jackstaff.domain.permission.GrantedRole;
import dev.jackstaff.domain.permission.Rights;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a user is in the installation as a whole, in one word. Beside it, users have roles in projects. */
public enum Role {
    /** Nothing, but perhaps something in projects. */
    NONE(null),
    /** Reads everything but secrets. */
    VIEWER(BuiltInRole.VIEWER),
    /** Changes flags and segments. */
    EDITOR(BuiltInRole.EDITOR),
    /** Changes projects, environments, keys and users. */
    ADMIN(BuiltInRole.ADMINISTRATOR);

    public static final Labels<Role> LABELS = Labels.of(values(), Role::label);

    private final @Nullable BuiltInRole builtIn;

    Role(@Nullable BuiltInRole builtIn) {
        this.builtIn = builtIn;
    }

    /** The role that is granted in the installation to those who are this. */
    public Optional<BuiltInRole> builtIn() {
        return Optional.ofNullable(builtIn);
    }

    /**
     * The most that somebody is by the roles that they have in the installation.
     *
     * @param granted the keys of these roles
     */
    public static Role of(Collection<String> granted) {
        Role most = granted.isEmpty() ? NONE : VIEWER;
        for (Role role : values()) {
            if (role.builtIn != null && granted.contains(role.builtIn.label())) {
                most = role;
            }
        }
        return granted.contains(BuiltInRole.OWNER.label()) && most == VIEWER ? EDITOR : most;
    }

    /** As above, by all that somebody may do. */
    public static Role of(Rights rights) {
        return of(rights.roles().stream()
                .filter(role -> role.scope().isInstallation())
                .map(GrantedRole::role)
                .toList());
    }

    /** The name in tokens, API and pages: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
