package dev.jackstaff.api.change;

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
        @Nullable String ticket) {}
