package dev.jackstaff.bench;

import dev.jackstaff.bench.Workload.FlagSpec;
import java.util.List;
import java.util.concurrent.TimeUnit;
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

/** The benchmark of evaluation against other engines. Before it measures, each engine's answers are checked. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@SuppressWarnings("NullAway.Init")
public class PeerBenchmark {
    private static final double MAX_DEVIATION = 0.4;

    @Param({"jackstaff", "unleash", "flagsmith", "flagd"})
    String engine;

    private FlagEngine plain;
    private FlagEngine ruled;
    private FlagEngine many;
    private int lastSubject;

    @Setup
    public void prepare() {
        plain = FlagEngine.create(engine, List.of(Workload.WITHOUT_RULES));
        ruled = FlagEngine.create(engine, List.of(Workload.WITH_RULE));
        many = FlagEngine.create(engine, Workload.MANY_FLAGS);
        requireCorrectAnswers(plain, List.of(Workload.WITHOUT_RULES));
        requireCorrectAnswers(ruled, List.of(Workload.WITH_RULE));
        requireCorrectAnswers(many, Workload.MANY_FLAGS);
    }

    @Benchmark
    public boolean flagWithoutRules() {
        return plain.isEnabled("plain", next());
    }

    @Benchmark
    public boolean twoConstraintsAndHalfARollout() {
        return ruled.isEnabled("ruled", next());
    }

    @Benchmark
    public Object all350Flags() {
        return many.evaluateAll(next());
    }

    private int next() {
        lastSubject = (lastSubject + 1) & (Workload.SUBJECTS.size() - 1);
        return lastSubject;
    }

    /** Checks an engine's answers. Each engine puts different subjects into a rollout, but about as many. */
    private void requireCorrectAnswers(FlagEngine contender, List<FlagSpec> flags) {
        int on = 0;
        double expected = 0;
        for (FlagSpec flag : flags) {
            for (int subject = 0; subject < Workload.SUBJECTS.size(); subject++) {
                int percent = flag.percentFor(Workload.SUBJECTS.get(subject));
                boolean enabled = contender.isEnabled(flag.key(), subject);
                if (enabled ? percent == 0 : percent == 100) {
                    throw new IllegalStateException(engine + " answers wrongly for " + flag);
                }
                on += enabled ? 1 : 0;
                expected += percent / 100.0;
            }
        }
        if (Math.abs(on - expected) > MAX_DEVIATION * expected) {
            throw new IllegalStateException(engine + ": on for " + on + " evaluations, expected about " + expected);
        }
    }
}
