package dev.jackstaff.api.access;

import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.boundary.SessionView;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body that describes a session in a response.
 *
 * @param kind {@code token} or {@code pages}
 * @param source the IP address that it was begun from
 * @param agent the {@code User-Agent} that it was begun with; empty if there was none
 * @param lastUsedAt to the minute
 * @param current whether this request belongs to it
 */
public record SessionResponse(
        UUID id,
        @Schema(implementation = SessionKind.class) String kind,
        String source,
        String agent,
        String createdAt,
        String lastUsedAt,
        String expiresAt,
        boolean current) {
    static SessionResponse of(SessionView view, UUID current) {
        return new SessionResponse(
                view.id(),
                view.kind().label(),
                view.source(),
                view.agent(),
                view.createdAt().toString(),
                view.lastUsedAt().toString(),
                view.expiresAt().toString(),
                view.id().equals(current));
    }
}
