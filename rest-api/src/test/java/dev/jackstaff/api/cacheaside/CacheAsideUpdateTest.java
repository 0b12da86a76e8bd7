package dev.jackstaff.api.cacheaside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.Staleness;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CacheAsideUpdateTest {
    private static final OutcomeDefinition ON = new OutcomeDefinition.Serve("on");
    private static final OutcomeDefinition OFF = new OutcomeDefinition.Serve("off");
    private static final RuleDefinition SWEDES =
            RuleDefinition.of("Swedes", ConditionDefinition.Comparison.of("country", Operator.IN, "SE"), ON);

    @Test
    void aPercentageIsARuleForEverybodyAfterThoseWithACondition() {
        FlagStateDetails after = CacheAsideUpdate.of("true", "75.5").applyTo(flag(ValueType.BOOLEAN), state(SWEDES));

        assertThat(after.enabled()).isTrue();
        assertThat(after.fallthrough()).isEqualTo(OFF);
        assertThat(after.rules()).hasSize(2).first().isEqualTo(SWEDES);
        assertThat(after.rules().get(1).rollout().basisPoints()).isEqualTo(7_550);
        assertThat(after.rules().get(1).outcome()).isEqualTo(ON);
    }

    @Test
    void allAndNobodyNeedNoRule() {
        RuleDefinition earlier = RuleDefinition.of("rollout", ConditionDefinition.ALWAYS, ON);

        FlagStateDetails all = CacheAsideUpdate.of(null, "100").applyTo(flag(ValueType.BOOLEAN), state(earlier));
        FlagStateDetails nobody = CacheAsideUpdate.of(null, "0").applyTo(flag(ValueType.BOOLEAN), state(earlier));

        assertThat(all.rules()).isEmpty();
        assertThat(all.fallthrough()).isEqualTo(ON);
        assertThat(nobody.rules()).isEmpty();
        assertThat(nobody.fallthrough()).isEqualTo(OFF);
    }

    @Test
    void theSwitchAloneLeavesTheRules() {
        FlagStateDetails after = CacheAsideUpdate.of("true", null).applyTo(flag(ValueType.BOOLEAN), state(SWEDES));

        assertThat(after).isEqualTo(new FlagStateDetails(true, "off", OFF, List.of(SWEDES)));
    }

    @Test
    void whatAVariantServesInTheEnvironmentCounts() {
        VariantValues swapped = VariantValues.NONE.with("on", "false").with("off", "true");

        FlagStateDetails all = CacheAsideUpdate.of(null, "100").applyTo(flag(ValueType.BOOLEAN), state(swapped));

        assertThat(all.fallthrough()).isEqualTo(OFF);
        assertThat(all.values()).isEqualTo(swapped);
    }

    @Test
    void aPercentageIsForBooleanFlags() {
        assertThatThrownBy(() -> CacheAsideUpdate.of("true", "10").applyTo(flag(ValueType.STRING), state()))
                .isInstanceOf(DomainException.Invalid.class);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("nothing", null, null),
                argumentSet("neither yes nor no", "maybe", null),
                argumentSet("more than all", null, "100.01"),
                argumentSet("less than nobody", null, "-1"),
                argumentSet("no number", null, "half"),
                argumentSet("too fine", null, "0.001"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeIsRefused(@Nullable String enabled, @Nullable String percentage) {
        assertThatThrownBy(() -> CacheAsideUpdate.of(enabled, percentage)).isInstanceOf(DomainException.Invalid.class);
    }

    private static FlagView flag(ValueType type) {
        return new FlagView(
                new FlagKey("f"),
                "f",
                "",
                type,
                FlagKind.RELEASE,
                "",
                List.of(),
                false,
                false,
                List.of(new FlagVariant("on", Value.of(true), ""), new FlagVariant("off", Value.of(false), "")),
                List.of(),
                FlagTraits.NONE,
                Instant.EPOCH,
                Instant.EPOCH,
                1,
                0,
                Staleness.ACTIVE);
    }

    private static FlagStateView state(RuleDefinition... rules) {
        return state(VariantValues.NONE, rules);
    }

    private static FlagStateView state(VariantValues values, RuleDefinition... rules) {
        return new FlagStateView(
                new FlagKey("f"),
                new EnvironmentKey("production"),
                false,
                "off",
                OFF,
                List.of(rules),
                values,
                Instant.EPOCH,
                1,
                1);
    }
}
