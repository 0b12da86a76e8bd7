package dev.jackstaff.domain.access;

import dev.jackstaff.domain.Labels;
import java.util.Locale;

/** Who says that somebody has a role or is in a group. A synchronization takes away only what it gave. */
public enum GrantOrigin {
    /** Somebody with the permission to. */
    MANUAL,
    /** The provider that the user signs in at. */
    OIDC,
    /** The directory that users and groups come from. */
    SCIM;

    public static final Labels<GrantOrigin> LABELS = Labels.of(values(), GrantOrigin::label);

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
