package dev.jackstaff.engine.bucketing;

/**
 * The subjects of a rollout: those whose bucket is at most a limit.
 *
 * @param limit the highest bucket in the rollout
 */
public record RolloutShare(Bucketer bucketer, int limit) {}
