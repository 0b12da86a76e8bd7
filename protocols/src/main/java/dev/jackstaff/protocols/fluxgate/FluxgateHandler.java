package dev.jackstaff.protocols.fluxgate;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.environment.KeylessAccess;
import dev.jackstaff.protocols.http.Caller;
import dev.jackstaff.protocols.http.HeaderNames;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.json.JsonBytes;
import dev.jackstaff.protocols.usage.UsageCounter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/**
 * The handler of FluxGate's evaluation requests. The key determines the environment; a request that names another one
 * learns nothing about it.
 */
@Dependent
public class FluxgateHandler {
    private static final int SERVER_ERROR = 500;
    private static final Refusals REFUSALS = new Refusals();

    private final EnvironmentAccess environments;
    private final KeylessAccess keyless;
    private final UsageCounter usage;

    @Inject
    public FluxgateHandler(EnvironmentAccess environments, KeylessAccess keyless, UsageCounter usage) {
        this.environments = environments;
        this.keyless = keyless;
        this.usage = usage;
    }

    /**
     * The response in the format of the request.
     *
     * @param caller the caller of the request; a key in the body takes precedence
     * @param body the request's document, UTF-8
     */
    public Reply evaluate(Caller caller, byte[] body) {
        FluxgateRequest request;
        try {
            request = FluxgateRequest.parse(body, caller);
        } catch (IllegalArgumentException invalid) {
            return failure(Reply.BAD_REQUEST, "PARSE_ERROR", String.valueOf(invalid.getMessage()));
        }
        return keyless.access(environments, request.secret() != null ? request.secret() : caller.key())
                .match(
                        granted -> Reply.of(Reply.OK, answer(granted, request))
                                .with(
                                        HeaderNames.REVISION,
                                        Long.toString(granted.environment().revision())),
                        REFUSALS);
    }

    private byte[] answer(Access.Granted granted, FluxgateRequest request) {
        String own = granted.environment().snapshot().environmentId();
        String asked = request.environment();
        boolean elsewhere = asked != null && !asked.equalsIgnoreCase(own);
        if (request.format() == FluxgateRequest.Format.MAP) {
            return elsewhere ? JsonBytes.object(generator -> {}) : FluxgateDocuments.map(evaluations(granted, request));
        }
        String flag = request.flags().get(0);
        return elsewhere
                ? FluxgateDocuments.unknownEnvironment(request.format(), flag)
                : FluxgateDocuments.single(
                        request.format(), evaluation(granted, flag, request), granted.seesServerOnlyFlags());
    }

    private List<Evaluation> evaluations(Access.Granted granted, FluxgateRequest request) {
        return request.flags().stream()
                .map(flag -> evaluation(granted, flag, request))
                .toList();
    }

    private Evaluation evaluation(Access.Granted granted, String flag, FluxgateRequest request) {
        Evaluation evaluation = granted.evaluate(flag, request.context());
        usage.countEvaluation(granted.environment(), evaluation, request.sdk());
        return evaluation;
    }

    /** The refusals of keys without access. */
    private static final class Refusals implements Access.RefusalCases<Reply> {
        @Override
        public Reply unknown(String reason) {
            return failure(Reply.UNAUTHORIZED, "UNAUTHORIZED", reason).with("WWW-Authenticate", "Bearer");
        }

        @Override
        public Reply forbidden(String reason) {
            return failure(Reply.FORBIDDEN, "FORBIDDEN", reason);
        }

        @Override
        public Reply notReady(String reason) {
            return failure(Reply.UNAVAILABLE, "PROVIDER_NOT_READY", reason).with("Retry-After", "1");
        }
    }

    /** An error response for a request that reaches no handler. */
    public static Reply failure(int status, String details) {
        return failure(status, status >= SERVER_ERROR ? "GENERAL" : "INVALID_REQUEST", details);
    }

    private static Reply failure(int status, String code, String details) {
        return Reply.of(status, FluxgateDocuments.failure(code, details));
    }
}
