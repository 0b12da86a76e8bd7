package dev.jackstaff.protocols.environment;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The result of checking a presented key. */
public sealed interface Access {
    /** The result of a function of the granted access, or of the case for the kind of refusal. */
    <T> T match(Function<Granted, T> granted, RefusalCases<T> refused);

    /**
     * Whether the key opens an environment.
     *
     * @param environmentKey {@code project/environment}
     */
    default boolean opens(String environmentKey) {
        return false;
    }

    /**
     * A result for each kind of refusal. A new kind does not compile until every protocol handles it.
     *
     * @param <T> the type of the result
     */
    interface RefusalCases<T> {
        /** The result for {@link Unknown}. */
        T unknown(String reason);

        /** The result for {@link Forbidden}. */
        T forbidden(String reason);

        /** The result for {@link NotReady}. */
        T notReady(String reason);

        /** The result for {@link Uncovered}; as for {@link Forbidden}, unless the protocol says more. */
        default T uncovered(String project, String environment) {
            return forbidden("this edge has no backend token that shows project " + project + " in environment "
                    + environment + ", as this frontend token does");
        }
    }

    /** Access to an environment, as far as the key's kind allows. */
    record Granted(ServedEnvironment environment, Credential credential) implements Access {
        @Override
        public <T> T match(Function<Granted, T> granted, RefusalCases<T> refused) {
            return granted.apply(this);
        }

        @Override
        public boolean opens(String environmentKey) {
            return environment.snapshot().key().equals(environmentKey);
        }

        public Credential.Kind kind() {
            return credential.kind();
        }

        /** Whether the key may see server-only flags, and the reasons of evaluations. */
        public boolean seesServerOnlyFlags() {
            return kind() == Credential.Kind.SERVER;
        }

        /** Whether the key may see a flag. */
        public boolean sees(Flag flag) {
            return Access.isVisible(flag, kind());
        }

        /** The flag with a key; null if there is none that the presented key may see. */
        public @Nullable Flag flag(String flagKey) {
            Flag flag = environment.flags().flag(flagKey);
            return flag != null && sees(flag) ? flag : null;
        }

        /** The flags that the key may see, in their order. */
        public List<Flag> flags() {
            List<Flag> all = environment.flags().flags();
            return seesServerOnlyFlags() ? all : all.stream().filter(this::sees).toList();
        }

        /**
         * The evaluation of a flag, as the key may see it. A flag that the key may not see looks like one that does not
         * exist, and the cause of a compilation error, which may name rules, segments and other flags, is for server
         * keys only.
         */
        public Evaluation evaluate(String flagKey, EvaluationContext context) {
            Flag flag = flag(flagKey);
            return flag == null ? FlagSet.flagNotFound(flagKey) : redacted(flag.evaluate(context));
        }

        /** The evaluations of all flags that the key may see, in their order, each as {@link #evaluate} gives it. */
        public List<Evaluation> evaluateAll(EvaluationContext context) {
            List<Flag> all = environment.flags().flags();
            List<Evaluation> answers = new ArrayList<>(all.size());
            for (int i = 0; i < all.size(); i++) {
                Flag flag = all.get(i);
                if (sees(flag)) {
                    answers.add(redacted(flag.evaluate(context)));
                }
            }
            return answers;
        }

        private Evaluation redacted(Evaluation evaluation) {
            return seesServerOnlyFlags() || evaluation.errorCode() == null
                    ? evaluation
                    : Evaluation.failed(evaluation.flagKey(), evaluation.errorCode(), "this flag cannot be evaluated");
        }
    }

    /** Whether keys of a kind may see a flag. */
    static boolean isVisible(Flag flag, Credential.Kind kind) {
        return kind == Credential.Kind.SERVER || !flag.serverOnly();
    }

    /** A refusal: there is no such key, or it is revoked. */
    record Unknown(String reason) implements Access {
        @Override
        public <T> T match(Function<Granted, T> granted, RefusalCases<T> refused) {
            return refused.unknown(reason);
        }
    }

    /** A refusal: the key is of another kind. */
    record Forbidden(String reason) implements Access {
        @Override
        public <T> T match(Function<Granted, T> granted, RefusalCases<T> refused) {
            return refused.forbidden(reason);
        }
    }

    /** A refusal: the key is valid, but the host has no key with which it can get what this one opens. */
    record Uncovered(String project, String environment) implements Access {
        @Override
        public <T> T match(Function<Granted, T> granted, RefusalCases<T> refused) {
            return refused.uncovered(project, environment);
        }
    }

    /** A temporary refusal: the host has no snapshot yet. */
    record NotReady(String reason) implements Access {
        @Override
        public <T> T match(Function<Granted, T> granted, RefusalCases<T> refused) {
            return refused.notReady(reason);
        }
    }
}
