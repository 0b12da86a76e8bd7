package dev.jackstaff.protocols.unleash;

import org.jspecify.annotations.Nullable;

/**
 * One of the answers of a feature that is on by a particular strategy.
 *
 * @param weight its part of the sum of all weights
 * @param stickiness sent by servers, and of no effect: that of the strategy counts
 */
public record StrategyVariant(String name, int weight, @Nullable String stickiness, @Nullable Payload payload) {}
