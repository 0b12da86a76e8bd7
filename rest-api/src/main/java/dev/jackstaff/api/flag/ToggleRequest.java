package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.protocols.http.RequestBody;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How to switch.
 *
 * @param enabled on or off; left out for the opposite of what is
 */
public record ToggleRequest(@Nullable Boolean enabled) {
    /** What a body asks for; an empty one asks for nothing in particular. */
    static ToggleRequest of(InputStream body) {
        byte[] bytes = RequestBody.read(body);
        return bytes.length == 0 ? new ToggleRequest(null) : JsonBody.read(bytes, ToggleRequest.class);
    }

    Optional<Boolean> requestedState() {
        return Optional.ofNullable(enabled);
    }
}
