package dev.jackstaff.bench;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RolloutDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What one evaluation costs: without rules, with two constraints and a rollout of one half, and of 350 flags at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EvaluationBenchmark {
    private static final int FLAGS = 350;
    private static final OutcomeDefinition ON = new OutcomeDefinition.Serve("on");

    private final FlagSet flags = SnapshotCompiler.compile(definitions(), List.of());
    private final EvaluationContext context = EvaluationContext.builder()
            .attribute("targetingKey", "user-4711")
            .attribute("country", "SE")
            .attribute("plan", "pro")
            .build();

    @Benchmark
    public Evaluation withoutRules() {
        return flags.evaluate("plain", context);
    }

    @Benchmark
    public Evaluation twoConstraintsAndHalfARollout() {
        return flags.evaluate("ruled", context);
    }

    @Benchmark
    public List<Evaluation> allOf350() {
        return flags.evaluateAll(context, true);
    }

    private static List<FlagDefinition> definitions() {
        List<FlagDefinition> definitions = new ArrayList<>();
        definitions.add(flag("plain", List.of()));
        definitions.add(flag("ruled", List.of(rule())));
        for (int i = definitions.size(); i < FLAGS; i++) {
            definitions.add(flag("flag-" + i, i % 7 < 4 ? List.of(rule()) : List.of()));
        }
        return definitions;
    }

    private static RuleDefinition rule() {
        ConditionDefinition condition = new ConditionDefinition.All(List.of(
                ConditionDefinition.Compare.of("country", Operator.IN, "SE", "NO", "DK"),
                ConditionDefinition.Compare.of("plan", Operator.IN, "pro")));
        return new RuleDefinition("", "", true, condition, new RolloutDefinition(5_000, "default", ""), ON);
    }

    private static FlagDefinition flag(String key, List<RuleDefinition> rules) {
        return new FlagDefinition(
                key,
                ValueType.BOOLEAN,
                true,
                false,
                List.of(new VariantDefinition("on", Value.of(true)), new VariantDefinition("off", Value.of(false))),
                "off",
                rules.isEmpty() ? ON : new OutcomeDefinition.Off(),
                List.of(),
                rules,
                FlagDefinition.NATIVE_BUCKETING);
    }
}
