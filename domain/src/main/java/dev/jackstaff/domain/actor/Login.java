package dev.jackstaff.domain.actor;

import java.util.UUID;

/** The user who performs a use case, and the session by which they are logged in. */
public record Login(UUID user, UUID session) {}
