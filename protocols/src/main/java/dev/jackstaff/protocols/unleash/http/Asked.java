package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.protocols.Caller;
import org.jspecify.annotations.Nullable;

/** For whom a frontend request asks, not read yet: that is for who may ask. */
sealed interface Asked {
    EvaluationContext context() throws Refused;

    /**
     * In the query of a GET.
     *
     * @param query as it was sent, undecoded; null where there is none
     * @param caller who asks
     */
    record InQuery(@Nullable String query, Caller caller) implements Asked {
        @Override
        public EvaluationContext context() throws Refused {
            return FrontendContext.ofQuery(query, caller);
        }
    }

    /**
     * In the body of a POST.
     *
     * @param caller who asks
     */
    record InBody(Posted body, Caller caller) implements Asked {
        @Override
        public EvaluationContext context() throws Refused {
            return FrontendContext.ofBody(body.bytes(), caller);
        }
    }
}
