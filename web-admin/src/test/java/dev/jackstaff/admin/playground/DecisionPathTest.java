package dev.jackstaff.admin.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.admin.frame.EnvironmentMark;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.DefinitionReader;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Serve;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionPathTest {
    private static final EnvironmentMark MARK = new EnvironmentMark("production", "production", true, "production");
    private static final int NOBODY = 0;

    private static final FlagDefinition FLAG = new FlagDefinition(
            "checkout",
            ValueType.BOOLEAN,
            true,
            false,
            List.of(
                    new VariantDefinition("on", Value.parse(ValueType.BOOLEAN, "true")),
                    new VariantDefinition("off", Value.parse(ValueType.BOOLEAN, "false"))),
            "off",
            new Serve("off"),
            List.of(),
            List.of(
                    rule(false, "{\"attribute\":\"plan\",\"operator\":\"EXISTS\"}", RolloutDefinition.WHOLE),
                    rule(true, "{\"attribute\":\"country\",\"operator\":\"IN\",\"values\":[\"SE\"]}", NOBODY),
                    rule(
                            true,
                            "{\"none\":[{\"attribute\":\"country\",\"operator\":\"IN\",\"values\":[\"NO\"]},"
                                    + "{\"attribute\":\"plan\",\"operator\":\"EXISTS\"}]}",
                            RolloutDefinition.WHOLE)),
            FlagDefinition.NATIVE_BUCKETING);

    private static RuleDefinition rule(boolean enabled, String condition, int basisPoints) {
        ConditionDefinition read = DocumentReader.readWhole(condition, DefinitionReader::condition);
        return new RuleDefinition(
                "", "", enabled, read, new RolloutDefinition(basisPoints, "default", ""), new Serve("on"));
    }

    private static List<PathStep> path(String country) {
        EvaluationContext context = EvaluationContext.builder()
                .attribute("targetingKey", "ada")
                .attribute("country", country)
                .build();
        Snapshot snapshot =
                new Snapshot("demo", "production", "1", 7, Instant.EPOCH, List.of(FLAG), List.of(), List.of());
        Place place = Place.of("production", MARK, "now", snapshot);
        return DecisionPath.of(place, FLAG, place.flags().explain("checkout", context), Cell.colours(FLAG));
    }

    @Test
    void aPausedRuleKeepsItsNumberAndTheMatchingRuleIsTheLast() {
        List<PathStep> steps = path("SE");

        assertThat(steps).extracting(PathStep::kind).containsExactly("yes", "skip", "no", "yes", "end");
        assertThat(steps.get(2).strong()).isEqualTo("Rule 2 does not match");
        assertThat(steps.get(3).strong()).isEqualTo("Rule 3 matches");
        assertThat(steps.get(4).strong()).isEqualTo("Gets");
    }

    @Test
    void aShareShowsTheBucketAgainstItsLimit() {
        PathStep share = path("SE").get(2);

        assertThat(share.conditions()).extracting(ConditionRow::held).containsExactly(true, false);
        assertThat(share.conditions().get(0).saw()).isEqualTo("saw SE");
        assertThat(share.conditions().get(1).saw()).startsWith("bucket ");
        assertThat(share.bars()).hasSize(1);
    }

    @Test
    void whatIsNegatedStandsBelowTheNegation() {
        List<PathStep> steps = path("NO");

        List<ConditionRow> rows = steps.get(3).conditions();
        assertThat(rows).extracting(ConditionRow::depth).startsWith(0, 1);
        assertThat(rows).extracting(ConditionRow::held).startsWith(false, true);
        assertThat(steps.get(4).strong()).isEqualTo("Everyone else gets");
    }
}
