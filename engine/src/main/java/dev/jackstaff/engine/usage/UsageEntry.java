package dev.jackstaff.engine.usage;

import dev.jackstaff.engine.Legible;
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
    public static final int LONGEST = 255;

    public UsageEntry {
        if (evaluations < 1) {
            throw new IllegalArgumentException("an entry is of one evaluation or more, not of " + evaluations);
        }
        if (environment.indexOf('/') < 1) {
            throw new IllegalArgumentException("an environment is project/environment");
        }
        application = Legible.line(application, LONGEST);
        flag = Legible.line(flag, LONGEST);
        variant = Legible.line(variant, LONGEST);
        hour = hour.truncatedTo(ChronoUnit.HOURS);
    }
}
