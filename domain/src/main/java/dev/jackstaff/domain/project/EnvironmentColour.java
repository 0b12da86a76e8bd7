package dev.jackstaff.domain.project;

import dev.jackstaff.domain.Labels;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;

/** The colours by which people know environments again. Environments in production have one of their own instead. */
public enum EnvironmentColour {
    VIOLET,
    TEAL,
    BLUE,
    PINK,
    LIME,
    SLATE;

    public static final Labels<EnvironmentColour> LABELS = Labels.of(values(), EnvironmentColour::label);

    /** Its name in the API. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first colour that is used least. */
    public static EnvironmentColour leastUsed(Collection<EnvironmentColour> used) {
        return Arrays.stream(values())
                .min(Comparator.comparingInt(colour -> Collections.frequency(used, colour)))
                .orElse(SLATE);
    }
}
