package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.protocols.RequestBody;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to switch.
 *
 * @param enabled on or off; left out for the opposite of what is
 */
public record Toggle(@Nullable Boolean enabled) {
    /** What a body asks for; an empty one asks for nothing in particular. */
    static Toggle of(InputStream body) {
        byte[] bytes = RequestBody.read(body);
        return bytes.length == 0 ? new Toggle(null) : JsonBody.read(bytes, Toggle.class);
    }

    Optional<Boolean> wanted() {
        return Optional.ofNullable(enabled);
    }
}
