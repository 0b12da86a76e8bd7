package dev.jackstaff.protocols.unleash.conversion;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kinds of flags, which are Unleash's types of features under the same names. */
final class FlagKind {
    static final String USUAL = "release";
    private static final Set<String> KINDS = Set.of(USUAL, "experiment", "operational", "kill-switch", "permission");

    private FlagKind() {}

    static String of(@Nullable String type, Notes notes) {
        if (type == null) {
            return USUAL;
        }
        if (!KINDS.contains(type)) {
            notes.add("The type \"" + type + "\" is none of ours; it becomes \"" + USUAL + "\".");
            return USUAL;
        }
        return type;
    }
}
