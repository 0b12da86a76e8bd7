package dev.jackstaff.domain.actor;

import java.util.UUID;

/**
 * The user who performs a use case, and how they proved who they are.
 *
 * @param session the session by which they are logged in, or the token that they sent
 * @param isInteractive whether they logged in themselves; false for a token, which programs hold
 */
public record Login(UUID user, UUID session, boolean isInteractive) {}
