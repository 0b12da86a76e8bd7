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
    /** What is made of it: of what was granted, or of the kind of refusal. */
    <T> T match(Function<Granted, T> granted, RefusalCases<T> refused);

    /**
     * A result for each kind of refusal. A kind that is added does not compile until every protocol has an answer to it.
     *
     * @param <T> of the result
     */
    interface RefusalCases<T> {
        /** The result for {@link Unknown}. */
        T unknown(String reason);

        /** The result for {@link Forbidden}. */
        T forbidden(String reason);

        /** The result for {@link NotReady}. */
        T notReady(String reason);
    }

    /** An environment, as the key's kind may see it. */
    record Granted(ServedEnvironment environment, Credential credential) implements Access {
        @Override
        public <T> T match(Function<Granted, T> granted, RefusalCases<T> refused) {
            return granted.apply(this);
        }

        public Credential.Kind kind() {
            return credential.kind();
        }

        /** Whether this key may see flags that are for servers only, and why flags answer as they do. */
        public boolean seesServerOnlyFlags() {
            return kind() == Credential.Kind.SERVER;
        }

        /** Whether this key may see a flag. */
        public boolean sees(Flag flag) {
            return Access.isVisible(flag, kind());
        }

        /** The flag with a key; null where there is none that this key may see. */
        public @Nullable Flag flag(String flagKey) {
            Flag flag = environment.flags().flag(flagKey);
            return flag != null && sees(flag) ? flag : null;
        }

        /** The flags that this key may see, in their order. */
        public List<Flag> flags() {
            List<Flag> all = environment.flags().flags();
            return seesServerOnlyFlags() ? all : all.stream().filter(this::sees).toList();
        }

        /**
         * A flag's answer as this key may see it: of a flag that it may not see it learns no more than of one that is not
         * there, and why a flag could not be compiled tells of rules, segments and other flags, which is for servers only.
         */
        public Evaluation evaluate(String flagKey, EvaluationContext context) {
            Flag flag = flag(flagKey);
            return flag == null ? FlagSet.flagNotFound(flagKey) : redacted(flag.evaluate(context));
        }

        /** The answers of all flags that this key may see, in their order, each as {@link #evaluate} gives it. */
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

    /** Nothing: there is no such key, or it no longer counts. */
    record Unknown(String reason) implements Access {
        @Override
        public <T> T match(Function<Granted, T> granted, RefusalCases<T> refused) {
            return refused.unknown(reason);
        }
    }

    /** Nothing: the key is for other purposes. */
    record Forbidden(String reason) implements Access {
        @Override
        public <T> T match(Function<Granted, T> granted, RefusalCases<T> refused) {
            return refused.forbidden(reason);
        }
    }

    /** Nothing yet: the host has no snapshot. This heals by itself. */
    record NotReady(String reason) implements Access {
        @Override
        public <T> T match(Function<Granted, T> granted, RefusalCases<T> refused) {
            return refused.notReady(reason);
        }
    }
}
