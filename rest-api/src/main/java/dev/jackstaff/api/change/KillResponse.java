package dev.jackstaff.api.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.jackstaff.domain.change.boundary.KillSwitches.KillResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What turning off a flag everywhere did.
 *
 * @param restoreAt when it turns on again where it was; left out if it stays off
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KillResponse(ChangeResponse change, @Nullable String restoreAt) {
    static KillResponse of(KillResult result) {
        Instant restoreAt = result.restoreAt();
        return new KillResponse(
                ChangeResponse.of(result.change(), null, false), restoreAt == null ? null : restoreAt.toString());
    }
}
