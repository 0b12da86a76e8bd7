package dev.jackstaff.engine.flag;

import dev.jackstaff.engine.ErrorCode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All flags of one environment at one revision, compiled. Immutable: a change makes a new one, which replaces this whole. */
public final class FlagSet {
    public static final FlagSet EMPTY = new FlagSet(List.of(), List.of());

    private final List<Flag> flags;
    private final Map<String, Flag> byKey;
    private final List<CompilationProblem> problems;

    public FlagSet(Collection<Flag> flags, Collection<CompilationProblem> problems) {
        this.flags = List.copyOf(flags);
        this.byKey = new HashMap<>(this.flags.size() * 2);
        for (Flag flag : this.flags) {
            byKey.put(flag.key(), flag);
        }
        this.problems = List.copyOf(problems);
    }

    /** Every flag, in the document's order. */
    public List<Flag> flags() {
        return flags;
    }

    /** What could not be compiled. Of the flags concerned a rule is missing, or they answer with an error, as their dialect prescribes; all others are as ever. */
    public List<CompilationProblem> problems() {
        return problems;
    }

    public @Nullable Flag flag(String key) {
        return byKey.get(key);
    }

    /** The answer of one flag; an unknown key is an answer too. */
    public Evaluation evaluate(String key, EvaluationContext context) {
        Flag flag = byKey.get(key);
        return flag == null ? flagNotFound(key) : flag.evaluate(context);
    }

    /** How one flag comes to its answer. */
    public Explanation explain(String key, EvaluationContext context) {
        Flag flag = byKey.get(key);
        return flag == null
                ? new Explanation(flagNotFound(key), List.of(), List.of(), List.of(), 0)
                : flag.explain(context);
    }

    /** The answers of all flags, in their order; the caller's own list. */
    public List<Evaluation> evaluateAll(EvaluationContext context) {
        List<Evaluation> answers = new ArrayList<>(flags.size());
        for (int i = 0; i < flags.size(); i++) {
            answers.add(flags.get(i).evaluate(context));
        }
        return answers;
    }

    /** The answer for a key that no visible flag has. */
    public static Evaluation flagNotFound(String key) {
        return Evaluation.failed(key, ErrorCode.FLAG_NOT_FOUND, "no flag \"" + key + "\" in this environment");
    }
}
