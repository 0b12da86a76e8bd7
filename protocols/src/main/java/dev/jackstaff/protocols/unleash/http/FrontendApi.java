package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.usage.UsageCounter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Unleash's frontend API, for clients that have flags evaluated by the server. Client keys only. */
@Dependent
public class FrontendApi {
    private static final Reply ACCEPTED = Reply.empty(Reply.ACCEPTED);

    private final UnleashAccess access;
    private final ClientReports reports;

    @Inject
    public FrontendApi(EnvironmentAccess environments, UsageCounter usage) {
        this.access = new UnleashAccess(environments, Credential.Kind.CLIENT);
        this.reports = new ClientReports(access, usage, ACCEPTED);
    }

    /** The toggles that are on. */
    Reply enabled(@Nullable String key, ContextSource asked, Negotiation wanted) {
        return access.answerIfGranted(
                key, granted -> TogglesView.of(granted.environment()).enabled(asked.context(), wanted));
    }

    /** All toggles, on or off. */
    Reply all(@Nullable String key, ContextSource asked, Negotiation wanted) {
        return access.answerIfGranted(
                key, granted -> TogglesView.of(granted.environment()).all(asked.context(), wanted));
    }

    /** One toggle, on or off. */
    Reply toggle(@Nullable String key, ContextSource asked, String name) {
        return access.answerIfGranted(
                key, granted -> TogglesView.of(granted.environment()).one(name, asked.context()));
    }

    /** Accepts the registration of an SDK, which is reported upstream only. */
    Reply register(@Nullable String key, RequestPayload body) {
        return reports.register(key, body, ACCEPTED);
    }

    /** Counts the metrics of an SDK. */
    Reply metrics(@Nullable String key, String sdk, RequestPayload body) {
        return reports.metrics(key, sdk, body);
    }
}
