package dev.jackstaff.domain.access;

import java.time.Duration;

/**
 * What a credential may write at a moment.
 *
 * @param limit the most writes within the window
 * @param remaining the writes that are accepted at once
 * @param renewal the time until there is more: until the next write is accepted if none remain, otherwise until all do
 */
public record WriteQuota(int limit, Duration window, int remaining, Duration renewal) {}
