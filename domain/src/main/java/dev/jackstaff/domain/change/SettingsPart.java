package dev.jackstaff.domain.change;

import dev.jackstaff.domain.Labels;
import dev.jackstaff.domain.flag.FlagStateDetails;
import java.util.Locale;
import java.util.Set;

/** A part of a flag's settings that can be taken from one environment to another. */
public enum SettingsPart {
    ENABLED,
    OFF_VARIANT,
    FALLTHROUGH,
    RULES,
    /** The values that variants have in this environment only. */
    VALUES;

    /** What is taken if nobody says what: addresses and limits stay where they belong. */
    public static final Set<SettingsPart> USUAL = Set.of(ENABLED, OFF_VARIANT, FALLTHROUGH, RULES);

    public static final Labels<SettingsPart> LABELS = Labels.of(values(), SettingsPart::label);

    /** Its name in the API, such as {@code off-variant}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Settings with some parts taken from others. */
    public static FlagStateDetails taken(Set<SettingsPart> parts, FlagStateDetails from, FlagStateDetails into) {
        return new FlagStateDetails(
                (parts.contains(ENABLED) ? from : into).enabled(),
                (parts.contains(OFF_VARIANT) ? from : into).offVariant(),
                (parts.contains(FALLTHROUGH) ? from : into).fallthrough(),
                (parts.contains(RULES) ? from : into).rules(),
                (parts.contains(VALUES) ? from : into).values());
    }
}
