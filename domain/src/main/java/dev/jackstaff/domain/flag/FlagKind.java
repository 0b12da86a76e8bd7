package dev.jackstaff.domain.flag;

import java.util.Locale;
import java.util.Optional;

/** The purpose of a flag, which suggests its lifetime. */
public enum FlagKind {
    RELEASE,
    EXPERIMENT,
    OPERATIONAL,
    KILL_SWITCH,
    PERMISSION;

    /** The name in API and pages: lower case, with a hyphen. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FlagKind> fromLabel(String label) {
        for (FlagKind kind : values()) {
            if (kind.label().equals(label)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
