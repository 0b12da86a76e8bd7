package dev.jackstaff.protocols.flagsmith;

import java.util.List;

/**
 * A named share of identities, and the feature states that hold for it instead of the environment's.
 *
 * @param id as text, it takes part in the hash of percentage splits
 * @param rules all must match; a segment without rules has nobody in it
 */
public record FlagsmithSegment(int id, String name, List<SegmentRule> rules, List<FeatureState> featureStates) {
    public FlagsmithSegment {
        rules = List.copyOf(rules);
        featureStates = List.copyOf(featureStates);
    }
}
