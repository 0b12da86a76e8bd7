package dev.jackstaff.api.change;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that turns a flag off everywhere.
 *
 * @param restoreAfterMinutes 5 to 60: after so many minutes it turns on again where it was; left out if it stays off
 * @param reason why it is done, for people
 * @param ticket what asked for it, in another system
 */
public record KillBody(@Nullable Integer restoreAfterMinutes, @Nullable String reason, @Nullable String ticket) {
    @Nullable
    Duration restoreAfter() {
        return restoreAfterMinutes == null ? null : Duration.ofMinutes(restoreAfterMinutes);
    }
}
