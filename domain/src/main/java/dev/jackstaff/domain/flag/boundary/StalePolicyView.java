package dev.jackstaff.domain.flag.boundary;

import dev.jackstaff.domain.flag.StalePolicy;

/**
 * The readable stale policy of a project.
 *
 * @param version counts its changes; 0 if there was none
 */
public record StalePolicyView(StalePolicy policy, long version) {}
