package dev.jackstaff.engine.snapshot;

/**
 * A rollout to a share of subjects.
 *
 * @param basisPoints the share in 1/100 of a percent, 0 to 10000
 * @param stickiness the attribute that decides the bucket; {@code default} is the targeting key, else the session id,
 *     else a random id; {@code random} is always a random id
 * @param group the salt of the bucket; empty for the flag's own key
 */
public record RolloutDefinition(int basisPoints, String stickiness, String group) {
    /** All subjects, in basis points. */
    public static final int WHOLE = 10_000;

    public static final RolloutDefinition EVERYONE = new RolloutDefinition(WHOLE, "default", "");

    public RolloutDefinition {
        if (basisPoints < 0 || basisPoints > WHOLE) {
            throw new IllegalArgumentException("basisPoints must be within 0..10000: " + basisPoints);
        }
        if (stickiness.isEmpty()) {
            throw new IllegalArgumentException("stickiness must name an attribute");
        }
    }
}
