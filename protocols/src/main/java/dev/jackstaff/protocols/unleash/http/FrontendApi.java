package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.Environments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.usage.Usage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** What clients ask that have flags evaluated for them, whatever carries it. For client keys only. */
@Dependent
public class FrontendApi {
    private static final Reply TAKEN = Reply.empty(Reply.ACCEPTED);

    private final Gate gate;
    private final Usage usage;

    @Inject
    public FrontendApi(Environments environments, Usage usage) {
        this.gate = new Gate(environments, Credential.Kind.CLIENT);
        this.usage = usage;
    }

    /** The toggles that are on. */
    Reply enabled(@Nullable String key, Asked asked, Wanted wanted) {
        return gate.enter(key, granted -> TogglesView.of(granted.environment()).enabled(asked.context(), wanted));
    }

    /** All toggles, on or off. */
    Reply all(@Nullable String key, Asked asked, Wanted wanted) {
        return gate.enter(key, granted -> TogglesView.of(granted.environment()).all(asked.context(), wanted));
    }

    /** One toggle, on or off. */
    Reply toggle(@Nullable String key, Asked asked, String name) {
        return gate.enter(key, granted -> TogglesView.of(granted.environment()).one(name, asked.context()));
    }

    /** An SDK says that it is there. It is told of upstream, and nothing else is done with it. */
    Reply register(@Nullable String key, Posted body) {
        return gate.enter(key, granted -> {
            new ClientReports(granted.environment(), usage).registration(body.bytes());
            return TAKEN;
        });
    }

    /** An SDK's counts. */
    Reply metrics(@Nullable String key, Posted body) {
        return gate.enter(key, granted -> {
            byte[] bytes = body.bytes();
            UsageReport.countAll(UsageReader.ofClient(bytes), usage, granted);
            new ClientReports(granted.environment(), usage).metrics(bytes);
            return TAKEN;
        });
    }
}
