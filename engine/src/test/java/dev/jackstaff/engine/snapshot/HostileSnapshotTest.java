package dev.jackstaff.engine.snapshot;

import static dev.jackstaff.engine.snapshot.FlagFixtures.OFF;
import static dev.jackstaff.engine.snapshot.FlagFixtures.ON;
import static dev.jackstaff.engine.snapshot.FlagFixtures.aFlag;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.DocumentMutator;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.Split;
import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Documents and contexts that somebody has tampered with: each is refused with a message or works, and no exception escapes. */
class HostileSnapshotTest {
    private static final String DOCUMENT = new String(SnapshotWriter.write(snapshot()), StandardCharsets.UTF_8);
    private static final DocumentMutator TAMPERING = new DocumentMutator(DOCUMENT);

    @Example
    void theDocumentItselfIsSoundAndUsesEveryOperator() {
        FlagSet flags = SnapshotCompiler.compile(SnapshotReader.read(DOCUMENT.getBytes(StandardCharsets.UTF_8)));

        assertThat(flags.problems()).isEmpty();
        assertThat(DOCUMENT)
                .contains(Arrays.stream(Operator.values()).map(Enum::name).toList());
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherValuesIsRefusedOrWorks(
            @ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        survives(TAMPERING.mutateValues(random), context);

        Statistics.coverage(coverage -> coverage.check("refused").percentage(refused -> refused < 90));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherWordsIsRefusedOrWorks(@ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        survives(TAMPERING.mutateTokens(random), context);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherBytesIsRefusedOrWorks(@ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        survives(TAMPERING.mutateBytes(random), context);
    }

    private static void survives(byte[] document, EvaluationContext context) {
        FlagSet flags;
        try {
            flags = SnapshotCompiler.compile(SnapshotReader.read(document));
            Statistics.collect(flags.problems().isEmpty() ? "works" : "works in part");
        } catch (DocumentException refused) {
            Statistics.collect("refused");
            assertThat(refused).hasMessageNotContaining("\n");
            return;
        }
        for (Evaluation answer : flags.evaluateAll(context)) {
            assertThat(flags.explain(answer.flagKey(), context).evaluation()).isEqualTo(answer);
        }
    }

    @Provide
    static Arbitrary<EvaluationContext> contexts() {
        return DocumentMutator.contexts("a", "targetingKey", "userId", "sessionId", "currentTime", "country");
    }

    private static Snapshot snapshot() {
        Split split = new Split(List.of(new WeightedVariant("on", 3), new WeightedVariant("off", 7)), "sessionId", "g");
        FlagFixtures.FlagBuilder comparing = aFlag("f").needing("g").needing("h", "on", "off");
        for (Operator operator : Operator.values()) {
            comparing.when(new Comparison("a", operator, operands(operator), false, false), ON);
        }
        comparing.when(
                new ConditionDefinition.None(List.of(
                        new Comparison("userId", Operator.IN, List.of("7", "8"), true, false),
                        new ConditionDefinition.Any(List.of(new ConditionDefinition.InSegment("s"))))),
                split);
        RuleDefinition rollout = new RuleDefinition(
                "some", "note", true, ConditionDefinition.ALWAYS, new RolloutDefinition(1_234, "random", "g"), ON);
        return new Snapshot(
                "p",
                "e",
                "id",
                7,
                Instant.EPOCH,
                List.of(
                        comparing.otherwise(split).build(),
                        aFlag("g").rule(rollout).otherwise(OFF).build(),
                        aFlag("h").serverOnly().otherwise(ON).build(),
                        aFlag("i").off().build()),
                List.of(
                        new SegmentDefinition("s", new ConditionDefinition.InSegment("t")),
                        new SegmentDefinition("t", Comparison.of("country", Operator.NOT_IN, "SE", "NO"))),
                List.of());
    }

    private static List<String> operands(Operator operator) {
        return switch (operator) {
            case EXISTS -> List.of();
            case NUM_EQ, NUM_GT, NUM_GTE, NUM_LT, NUM_LTE -> List.of("42");
            case DATE_AFTER, DATE_BEFORE -> List.of("2026-01-01T00:00:00Z");
            case SEMVER_EQ, SEMVER_GT, SEMVER_GTE, SEMVER_LT, SEMVER_LTE -> List.of("1.2.3");
            case IN_CIDR -> List.of("10.0.0.0/8");
            default -> List.of("SE");
        };
    }
}
