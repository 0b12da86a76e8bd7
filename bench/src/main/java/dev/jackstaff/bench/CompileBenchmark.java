package dev.jackstaff.bench;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.engine.snapshot.SnapshotReader;
import dev.jackstaff.engine.snapshot.SnapshotWriter;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The benchmark of compiling a snapshot of 5,000 flags with 10,000 rules: cold, warm, and while another thread
 * evaluates.
 */
@State(Scope.Benchmark)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CompileBenchmark {
    private static final int FLAGS = 5_000;

    private final byte[] document = SnapshotWriter.write(snapshot());
    private final FlagSet before = SnapshotCompiler.compile(SnapshotReader.read(document));
    private final EvaluationContext context = NativeFlagDefinitions.context(Workload.SUBJECTS.get(0));

    /**
     * The first compilation, as in an edge that has just started. No warm-up but the one document compiled beforehand.
     */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Fork(5)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public FlagSet cold() {
        return SnapshotCompiler.compile(SnapshotReader.read(document));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(2)
    @Warmup(iterations = 4, time = 1)
    @Measurement(iterations = 5, time = 1)
    public FlagSet warm() {
        return SnapshotCompiler.compile(SnapshotReader.read(document));
    }

    @Benchmark
    @Group("whileServing")
    @GroupThreads(1)
    @BenchmarkMode(Mode.AverageTime)
    @Fork(2)
    @Warmup(iterations = 4, time = 1)
    @Measurement(iterations = 5, time = 1)
    public FlagSet compile() {
        return SnapshotCompiler.compile(SnapshotReader.read(document));
    }

    /** The evaluation load of the other thread: all 5,000 flags of the previous set. */
    @Benchmark
    @Group("whileServing")
    @GroupThreads(1)
    @BenchmarkMode(Mode.AverageTime)
    @Fork(2)
    @Warmup(iterations = 4, time = 1)
    @Measurement(iterations = 5, time = 1)
    public Object serve() {
        return before.evaluateAll(context, true);
    }

    /** The same evaluation load without compiling beside it. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @Fork(2)
    @Warmup(iterations = 4, time = 1)
    @Measurement(iterations = 5, time = 1)
    public Object serveAlone() {
        return before.evaluateAll(context, true);
    }

    private static Snapshot snapshot() {
        Random random = new Random(20_261_101);
        List<FlagDefinition> flags = IntStream.range(0, FLAGS)
                .mapToObj(i -> NativeFlagDefinitions.definition(
                        "flag-" + i,
                        List.of(
                                NativeFlagDefinitions.definition(Workload.randomRule(random)),
                                NativeFlagDefinitions.definition(Workload.randomRule(random)))))
                .toList();
        return new Snapshot("bench", "production", "", 1, Instant.EPOCH, flags, List.of(), List.of());
    }
}
