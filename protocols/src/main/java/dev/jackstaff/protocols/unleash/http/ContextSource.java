package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.protocols.http.Caller;
import org.jspecify.annotations.Nullable;

/** The source of a frontend request's context, read only after the key was checked. */
sealed interface ContextSource {
    EvaluationContext context() throws RefusedRequestException;

    /**
     * A context in the query of a GET.
     *
     * @param query as it was sent, undecoded; null if absent
     * @param caller the caller of the request
     */
    record QueryContext(@Nullable String query, Caller caller) implements ContextSource {
        @Override
        public EvaluationContext context() throws RefusedRequestException {
            return FrontendContext.ofQuery(query, caller);
        }
    }

    /**
     * A context in the body of a POST.
     *
     * @param caller the caller of the request
     */
    record BodyContext(RequestPayload body, Caller caller) implements ContextSource {
        @Override
        public EvaluationContext context() throws RefusedRequestException {
            return FrontendContext.ofBody(body.bytes(), caller);
        }
    }
}
