package dev.jackstaff.protocols.unleash.conversion;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The conversion of Unleash's feature types to flag kinds, which have the same names. */
final class FeatureTypeConversion {
    static final String DEFAULT_KIND = "release";
    private static final Set<String> KINDS =
            Set.of(DEFAULT_KIND, "experiment", "operational", "kill-switch", "permission");

    private FeatureTypeConversion() {}

    static String of(@Nullable String type, ConversionNotes notes) {
        if (type == null) {
            return DEFAULT_KIND;
        }
        if (!KINDS.contains(type)) {
            notes.add("The type \"" + type + "\" is none of ours; it becomes \"" + DEFAULT_KIND + "\".");
            return DEFAULT_KIND;
        }
        return type;
    }
}
