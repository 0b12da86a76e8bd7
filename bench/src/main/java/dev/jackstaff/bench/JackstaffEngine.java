package dev.jackstaff.bench;

import dev.jackstaff.bench.Workload.FlagSpec;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import java.util.List;

/** Jackstaff's engine. Every flag was explained once before, to show that this does not slow down evaluation. */
final class JackstaffEngine implements FlagEngine {
    private final FlagSet flags;
    private final EvaluationContext[] contexts;

    private JackstaffEngine(FlagSet flags) {
        this.flags = flags;
        this.contexts =
                Workload.SUBJECTS.stream().map(NativeFlagDefinitions::context).toArray(EvaluationContext[]::new);
    }

    static JackstaffEngine of(List<FlagSpec> specifications) {
        FlagSet flags = SnapshotCompiler.compile(
                specifications.stream().map(NativeFlagDefinitions::definition).toList(), List.of());
        JackstaffEngine engine = new JackstaffEngine(flags);
        for (EvaluationContext context : engine.contexts) {
            flags.flags().forEach(flag -> flag.explain(context));
        }
        return engine;
    }

    @Override
    public boolean isEnabled(String key, int subject) {
        return flags.evaluate(key, contexts[subject]).enabled();
    }

    @Override
    public Object evaluateAll(int subject) {
        return flags.evaluateAll(contexts[subject], true);
    }
}
