package dev.jackstaff.engine.usage;

import dev.jackstaff.engine.EnvironmentAddress;
import dev.jackstaff.engine.PrintableText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The number of equal evaluations of one flag within one hour.
 *
 * @param environment {@code project/environment}
 * @param application empty if the client does not name it; made printable, and cut if too long
 * @param sdk the client's SDK and its version, as {@code name/version}; empty if the client does not say; made printable, and
 *     cut if too long
 * @param variant empty if none was served
 * @param hour the beginning of the hour
 * @param evaluations the number of evaluations, at least one; lowered to {@link EvaluationCount#MAX} if it is greater
 */
public record UsageEntry(
        String environment,
        String application,
        String sdk,
        String flag,
        boolean enabled,
        String variant,
        Instant hour,
        long evaluations) {
    /** The maximum length of each text, in code points. */
    public static final int MAX_TEXT_LENGTH = 255;

    public UsageEntry {
        if (evaluations < 1) {
            throw new IllegalArgumentException("an entry must have at least one evaluation, not " + evaluations);
        }
        EnvironmentAddress.parse(environment);
        application = PrintableText.singleLine(application, MAX_TEXT_LENGTH);
        sdk = PrintableText.singleLine(sdk, MAX_TEXT_LENGTH);
        flag = PrintableText.singleLine(flag, MAX_TEXT_LENGTH);
        variant = PrintableText.singleLine(variant, MAX_TEXT_LENGTH);
        hour = hour.truncatedTo(ChronoUnit.HOURS);
        evaluations = EvaluationCount.limited(evaluations);
    }
}
