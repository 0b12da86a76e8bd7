package dev.jackstaff.domain.testing;

import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.NewFlag;
import dev.jackstaff.domain.segment.SegmentDetails;
import dev.jackstaff.domain.segment.SegmentKey;
import dev.jackstaff.domain.segment.boundary.NewSegment;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.util.List;

/** Fixtures of flags, states and segments. */
public final class CommandFixtures {
    private CommandFixtures() {}

    /** A boolean flag with the variants on and off. */
    public static NewFlag aFlag(String key, PrerequisiteDefinition... prerequisites) {
        return new NewFlag(new FlagKey(key), booleanDetails(prerequisites));
    }

    public static FlagDetails booleanDetails(PrerequisiteDefinition... prerequisites) {
        return new FlagDetails(
                "", "", ValueType.BOOLEAN, FlagKind.RELEASE, "", List.of(), false, List.of(), List.of(prerequisites));
    }

    /** A flag of strings, each a variant's key and value. */
    public static FlagDetails textDetails(String... variants) {
        return details(
                ValueType.STRING,
                List.of(variants).stream()
                        .map(key -> new VariantInput(key, "\"" + key + "\"", ""))
                        .toArray(VariantInput[]::new));
    }

    public static FlagDetails details(ValueType type, VariantInput... variants) {
        return new FlagDetails("", "", type, FlagKind.RELEASE, "", List.of(), false, List.of(variants), List.of());
    }

    /** Settings that are on and serve a variant to everybody whom no rule matches. */
    public static FlagStateDetails serving(String variant, RuleDefinition... rules) {
        return new FlagStateDetails(true, null, new OutcomeDefinition.Serve(variant), List.of(rules));
    }

    /** A rule that serves a variant to those in a segment. */
    public static RuleDefinition ruleFor(String segment, String variant) {
        return RuleDefinition.of("", new ConditionDefinition.InSegment(segment), new OutcomeDefinition.Serve(variant));
    }

    public static NewSegment aSegment(String key, ConditionDefinition condition) {
        return new NewSegment(new SegmentKey(key), new SegmentDetails("", "", condition));
    }
}
