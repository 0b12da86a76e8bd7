package dev.jackstaff.protocols.unleash;

import org.jspecify.annotations.Nullable;

/**
 * A variant of an activation strategy.
 *
 * @param weight its part of the sum of all weights
 * @param stickiness sent by servers, but ignored: that of the strategy counts
 */
public record StrategyVariant(String name, int weight, @Nullable String stickiness, @Nullable Payload payload) {}
