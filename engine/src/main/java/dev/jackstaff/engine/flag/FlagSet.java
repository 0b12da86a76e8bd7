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

/**
 * The compiled flags of one environment at one revision. Immutable: a change creates a new set, which replaces this one
 * as a whole.
 */
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

    /** All flags, in the document's order. */
    public List<Flag> flags() {
        return flags;
    }

    /**
     * The compilation problems of the set, one for each part of a flag that could not be compiled. The flags concerned
     * lack a rule, or answer with an error, as their dialect prescribes; all others are unaffected.
     */
    public List<CompilationProblem> problems() {
        return problems;
    }

    public @Nullable Flag flag(String key) {
        return byKey.get(key);
    }

    /** The evaluation of one flag; an unknown key gives a FLAG_NOT_FOUND evaluation. */
    public Evaluation evaluate(String key, EvaluationContext context) {
        Flag flag = byKey.get(key);
        return flag == null ? flagNotFound(key) : flag.evaluate(context);
    }

    /** The explanation of one flag's evaluation. */
    public Explanation explain(String key, EvaluationContext context) {
        Flag flag = byKey.get(key);
        return flag == null
                ? new Explanation(flagNotFound(key), List.of(), List.of(), List.of(), 0)
                : flag.explain(context);
    }

    /** The evaluations of all flags, or only of those that a client key may see, in a new list. */
    public List<Evaluation> evaluateAll(EvaluationContext context, boolean serverOnlyToo) {
        List<Evaluation> answers = new ArrayList<>(flags.size());
        for (int i = 0; i < flags.size(); i++) {
            Flag flag = flags.get(i);
            if (serverOnlyToo || !flag.serverOnly()) {
                answers.add(flag.evaluate(context));
            }
        }
        return answers;
    }

    /** The FLAG_NOT_FOUND evaluation for a key. */
    public static Evaluation flagNotFound(String key) {
        return Evaluation.failed(key, ErrorCode.FLAG_NOT_FOUND, "no flag \"" + key + "\" in this environment");
    }
}
