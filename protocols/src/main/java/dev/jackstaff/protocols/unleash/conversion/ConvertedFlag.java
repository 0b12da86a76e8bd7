package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A feature as a native flag, with the changes that the conversion made. There is a definition unless the feature is
 * lost.
 *
 * @param key the feature's name, unchanged
 * @param notes one plain sentence for each difference; empty if the feature is taken as it is
 * @param flag the definition, for the one environment of the document; null if the feature is lost
 * @param description empty if absent
 * @param kind {@code release}, {@code experiment}, {@code operational}, {@code kill-switch} or {@code permission}
 * @param stale whether people have marked it as no longer needed
 */
public record ConvertedFlag(
        String key,
        ConversionStatus status,
        List<String> notes,
        @Nullable FlagDefinition flag,
        String description,
        String kind,
        boolean stale) {
    public ConvertedFlag {
        notes = List.copyOf(notes);
        if ((flag == null) != (status == ConversionStatus.LOST)) {
            throw new IllegalArgumentException("a flag is lost where it has no definition, and only there: " + key);
        }
    }

    static ConvertedFlag lost(String key, String reason) {
        return new ConvertedFlag(
                key,
                ConversionStatus.LOST,
                List.of(PrintableText.singleLine(reason)),
                null,
                "",
                FeatureTypeConversion.DEFAULT_KIND,
                false);
    }

    /** The definition; empty if the feature is lost. */
    public Optional<FlagDefinition> definition() {
        return Optional.ofNullable(flag);
    }
}
