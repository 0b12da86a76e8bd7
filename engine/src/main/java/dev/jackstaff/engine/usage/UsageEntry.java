package dev.jackstaff.engine.usage;

import dev.jackstaff.engine.EnvironmentAddress;
import dev.jackstaff.engine.PrintableText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * So many evaluations of one flag in one hour that were alike.
 *
 * @param environment {@code project/environment}
 * @param application empty where the client does not say. What it says is made legible, and cut where it is too long
 * @param variant empty where there was none
 * @param hour its beginning
 * @param evaluations at least one
 */
public record UsageEntry(
        String environment,
        String application,
        String flag,
        boolean enabled,
        String variant,
        Instant hour,
        long evaluations) {
    /** How many characters each text may have. */
    public static final int MAX_TEXT_LENGTH = 255;

    public UsageEntry {
        if (evaluations < 1) {
            throw new IllegalArgumentException("an entry is of one evaluation or more, not of " + evaluations);
        }
        EnvironmentAddress.parse(environment);
        application = PrintableText.singleLine(application, MAX_TEXT_LENGTH);
        flag = PrintableText.singleLine(flag, MAX_TEXT_LENGTH);
        variant = PrintableText.singleLine(variant, MAX_TEXT_LENGTH);
        hour = hour.truncatedTo(ChronoUnit.HOURS);
    }
}
