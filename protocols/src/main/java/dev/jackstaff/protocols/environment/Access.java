package dev.jackstaff.protocols.environment;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.Credential;

/** What a presented key opens. */
public sealed interface Access {
    /** An environment, as the key's kind may see it. */
    record Granted(ServedEnvironment environment, Credential credential) implements Access {
        public Credential.Kind kind() {
            return credential.kind();
        }

        /** Whether flags that are for servers only may be seen. */
        public boolean seesServerOnlyFlags() {
            return kind() == Credential.Kind.SERVER;
        }

        /**
         * A flag's answer as this key may see it: of a flag that it may not see it learns no more than of one that is not
         * there, and why a flag could not be compiled tells of rules, segments and other flags, which is for servers only.
         */
        public Evaluation evaluate(String flagKey, EvaluationContext context) {
            Flag flag = environment.flags().flag(flagKey);
            if (flag == null || (flag.serverOnly() && !seesServerOnlyFlags())) {
                return FlagSet.flagNotFound(flagKey);
            }
            Evaluation evaluation = flag.evaluate(context);
            return seesServerOnlyFlags() || evaluation.errorCode() == null
                    ? evaluation
                    : Evaluation.failed(flagKey, evaluation.errorCode(), "this flag cannot be evaluated");
        }
    }

    /** Nothing: there is no such key, or it no longer counts. */
    record Unknown(String reason) implements Access {}

    /** Nothing: the key is for other purposes. */
    record Forbidden(String reason) implements Access {}

    /** Nothing yet: the host has no snapshot. This heals by itself. */
    record NotReady(String reason) implements Access {}
}
