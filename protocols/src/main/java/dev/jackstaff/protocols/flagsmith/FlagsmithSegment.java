package dev.jackstaff.protocols.flagsmith;

import java.util.List;

/**
 * A named set of identities, and the feature states that override the environment's for them.
 *
 * @param id as text, it takes part in the hash of percentage splits
 * @param rules all must match; a segment without rules matches nobody
 */
public record FlagsmithSegment(long id, String name, List<SegmentRule> rules, List<FeatureState> featureStates) {
    public FlagsmithSegment {
        rules = List.copyOf(rules);
        featureStates = List.copyOf(featureStates);
    }
}
