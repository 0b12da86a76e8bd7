package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.EvaluationContext;
import org.jspecify.annotations.Nullable;

/** For whom a frontend request asks, not read yet: that is for who may ask. */
sealed interface Asked {
    EvaluationContext context() throws Refused;

    /**
     * In the query of a GET.
     *
     * @param query as it was sent, undecoded; null where there is none
     * @param address of the connection, which stands in where the client says none
     */
    record InQuery(@Nullable String query, @Nullable String address) implements Asked {
        @Override
        public EvaluationContext context() throws Refused {
            return FrontendContext.ofQuery(query, address);
        }
    }

    /**
     * In the body of a POST.
     *
     * @param address of the connection, which stands in where the client says none
     */
    record InBody(Posted body, @Nullable String address) implements Asked {
        @Override
        public EvaluationContext context() throws Refused {
            return FrontendContext.ofBody(body.bytes(), address);
        }
    }
}
