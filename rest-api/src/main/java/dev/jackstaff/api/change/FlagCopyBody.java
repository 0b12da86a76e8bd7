package dev.jackstaff.api.change;

import dev.jackstaff.api.json.RequestFields;
import dev.jackstaff.domain.change.boundary.FlagCopies;
import dev.jackstaff.domain.flag.FlagKey;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request that copies a flag.
 *
 * @param key the key of the copy
 * @param name left out for the key
 * @param enabled true if the copy is to be on where the flag is
 * @param reason why it is done, for people
 * @param ticket what asked for it, in another system
 */
public record FlagCopyBody(
        @Nullable String key,
        @Nullable String name,
        @Nullable Boolean enabled,
        @Nullable String reason,
        @Nullable String ticket) {
    FlagCopies.Copy toCopy() {
        return new FlagCopies.Copy(
                RequestFields.parse("key", key, FlagKey::new), RequestFields.text(name), Boolean.TRUE.equals(enabled));
    }
}
