package dev.jackstaff.bench;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.SegmentDefinition;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The benchmark of a flag for a segment of many ids, evaluated for members and others in turn. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class ValueListBenchmark {
    @Param({"10", "10000", "1000000"})
    int values;

    /** The number of subjects, a power of two: many overflow the processor's caches, few fit. */
    @Param("4096")
    int subjects;

    private FlagSet flags;
    private EvaluationContext[] contexts;
    private int lastSubject;

    @Setup
    public void prepare() {
        flags = flagFor(values, ValueListBenchmark::id);
        contexts = new Random(4711)
                .longs(subjects, 0, 2L * values)
                .mapToObj(number -> EvaluationContext.of(id(number)))
                .toArray(EvaluationContext[]::new);
        long members = IntStream.range(0, subjects).filter(i -> membership()).count();
        if (Math.abs(members - subjects / 2) > subjects / 10) {
            throw new IllegalStateException(members + " members of " + subjects);
        }
    }

    @Benchmark
    public boolean membership() {
        lastSubject = (lastSubject + 1) & (subjects - 1);
        return flags.evaluate("flag", contexts[lastSubject]).enabled();
    }

    /** A flag that is on for a segment with that many ids. */
    static FlagSet flagFor(int values, LongFunction<String> ids) {
        ConditionDefinition members = ConditionDefinition.Comparison.of(
                EvaluationContext.USER_ID,
                Operator.IN,
                LongStream.range(0, values).mapToObj(ids).toArray(String[]::new));
        return SnapshotCompiler.compile(
                List.of(NativeFlagDefinitions.definition(
                        "flag",
                        List.of(NativeFlagDefinitions.rule(new ConditionDefinition.InSegment("members"), 100)))),
                List.of(new SegmentDefinition("members", members)));
    }

    static String id(long number) {
        return "user-" + (1_000_000 + number);
    }
}
