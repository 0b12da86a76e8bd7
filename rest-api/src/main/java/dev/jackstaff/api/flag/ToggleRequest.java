package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.protocols.http.RequestBody;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of a toggle request.
 *
 * @param enabled true for on, false for off; left out for the opposite of the current state
 */
public record ToggleRequest(@Nullable Boolean enabled) {
    /** Parses a body; an empty one requests the opposite. */
    static ToggleRequest of(InputStream body) {
        byte[] bytes = RequestBody.read(body);
        return bytes.length == 0 ? new ToggleRequest(null) : JsonBody.read(bytes, ToggleRequest.class);
    }

    Optional<Boolean> requestedState() {
        return Optional.ofNullable(enabled);
    }
}
