package dev.jackstaff.protocols.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.EnvironmentFixtures;
import dev.jackstaff.protocols.flagsmith.compiler.FlagsmithDialect;
import dev.jackstaff.protocols.unleash.compiler.UnleashDialect;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ForeignFlagSummaryTest {
    private static Function<String, FlagDefinition> listed(String dialect, String document) {
        LiveEnvironments environments =
                EnvironmentFixtures.environmentsWith(new UnleashDialect(), new FlagsmithDialect());
        environments.serve(EnvironmentFixtures.demoAt(7, dialect, document.replace('\'', '"')));
        ServedEnvironment served = Objects.requireNonNull(environments.environment("demo/production"));
        Snapshot snapshot = served.snapshotForListing();
        assertThat(snapshot.credentials()).isEqualTo(served.snapshot().credentials());
        return key -> snapshot.flags().stream()
                .filter(flag -> flag.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void ofUnleashsFeaturesSwitchTypeAndVariantsAreTold() {
        Function<String, FlagDefinition> flags = listed(
                "unleash",
                """
                {'version': 2, 'features': [
                  {'name': 'plain', 'enabled': true, 'strategies': []},
                  {'name': 'off', 'enabled': false, 'strategies': []},
                  {'name': 'half', 'enabled': true, 'strategies': [
                    {'name': 'flexibleRollout', 'parameters': {'rollout': '50'}}]},
                  {'name': 'numbers', 'enabled': true, 'strategies': [],
                   'variants': [{'name': 'one', 'weight': 1000, 'payload': {'type': 'number', 'value': '1.5'}}]},
                  {'name': 'for-some', 'enabled': true, 'strategies': [
                    {'name': 'userWithId', 'parameters': {'userIds': 'ada'}}]}]}""");

        FlagDefinition plain = flags.apply("plain");
        assertThat(plain.type()).isEqualTo(ValueType.BOOLEAN);
        assertThat(plain.enabled()).isTrue();
        assertThat(plain.fallthrough()).isEqualTo(new OutcomeDefinition.Serve("on"));
        assertThat(flags.apply("off").enabled()).isFalse();
        assertThat(flags.apply("half").rules()).singleElement().satisfies(rule -> {
            assertThat(rule.condition()).isEqualTo(ConditionDefinition.ALWAYS);
            assertThat(rule.rollout().basisPoints()).isEqualTo(5_000);
        });
        FlagDefinition numbers = flags.apply("numbers");
        assertThat(numbers.type()).isEqualTo(ValueType.NUMBER);
        assertThat(numbers.variants()).extracting(VariantDefinition::key).contains("one");
        assertThat(flags.apply("for-some").rules()).singleElement().satisfies(rule -> assertThat(rule.condition())
                .isNotEqualTo(ConditionDefinition.ALWAYS));
        assertThat(flags.apply("for-some").fallthrough()).isEqualTo(new OutcomeDefinition.Off());
    }

    @Test
    void ofFlagsmithsFeaturesSwitchTypeAndValueAreTold() {
        Function<String, FlagDefinition> flags = listed(
                "flagsmith",
                """
                {'api_key': 'key', 'name': 'Production', 'project': {'id': 1, 'name': 'p', 'segments': [],
                   'server_key_only_feature_ids': [2], 'organisation': {'id': 1, 'name': 'o'}},
                 'feature_states': [
                  {'feature': {'id': 1, 'name': 'count', 'type': 'STANDARD'}, 'enabled': true,
                   'feature_state_value': 7, 'featurestate_uuid': 'a', 'multivariate_feature_state_values': []},
                  {'feature': {'id': 2, 'name': 'hidden', 'type': 'STANDARD'}, 'enabled': false,
                   'feature_state_value': null, 'featurestate_uuid': 'b', 'multivariate_feature_state_values': []}]}""");

        FlagDefinition count = flags.apply("count");
        assertThat(count.type()).isEqualTo(ValueType.INTEGER);
        assertThat(count.enabled()).isTrue();
        assertThat(count.variants())
                .singleElement()
                .satisfies(variant -> assertThat(variant.value().json()).isEqualTo("7"));
        assertThat(flags.apply("hidden").serverOnly()).isTrue();
        assertThat(flags.apply("hidden").enabled()).isFalse();
    }

    @Test
    void ofFlagsOfOurOwnTheSnapshotItselfIsListed() {
        Snapshot snapshot = EnvironmentFixtures.demoAt(7, EnvironmentFixtures.off("off"));

        assertThat(ServedEnvironment.of(snapshot).snapshotForListing()).isSameAs(snapshot);
    }
}
