package dev.jackstaff.api.flag;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.protocols.http.RequestBody;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a toggle request.
 *
 * @param enabled true for on, false for off; required, so that a request that is repeated does not switch back
 */
@Schema(requiredProperties = "enabled")
public record ToggleRequest(@Nullable Boolean enabled) {
    /** Parses a body; an empty one says nothing. */
    static ToggleRequest of(InputStream body) {
        byte[] bytes = RequestBody.read(body);
        return bytes.length == 0 ? new ToggleRequest(null) : JsonBody.read(bytes, ToggleRequest.class);
    }
}
