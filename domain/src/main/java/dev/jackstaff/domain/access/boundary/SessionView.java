package dev.jackstaff.domain.access.boundary;

import dev.jackstaff.domain.access.SessionKind;
import dev.jackstaff.domain.access.entity.UserSession;
import java.time.Instant;
import java.util.UUID;

/**
 * The readable state of a session.
 *
 * @param source the IP address that it was begun from
 * @param agent the {@code User-Agent} that it was begun with; empty if there was none
 * @param lastUsedAt to the minute
 */
public record SessionView(
        UUID id,
        SessionKind kind,
        String source,
        String agent,
        Instant createdAt,
        Instant lastUsedAt,
        Instant expiresAt) {
    static SessionView of(UserSession session) {
        return new SessionView(
                session.id(),
                session.kind(),
                session.source(),
                session.agent(),
                session.createdAt(),
                session.lastUsedAt(),
                session.expiresAt());
    }
}
