package dev.jackstaff.domain.flag;

import dev.jackstaff.domain.Labels;
import java.util.Locale;

/** The purpose of a flag, which suggests its lifetime. */
public enum FlagKind {
    RELEASE,
    EXPERIMENT,
    OPERATIONAL,
    KILL_SWITCH,
    PERMISSION;

    public static final Labels<FlagKind> LABELS = Labels.of(values(), FlagKind::label);

    /** The name in API and pages: lower case, with a hyphen. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
