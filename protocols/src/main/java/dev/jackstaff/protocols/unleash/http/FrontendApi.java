package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.Environments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.usage.Usage;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What browsers and apps ask, whatever carries it: answers for one context. For client keys only, as in Unleash. */
@Dependent
public class FrontendApi {
    private final Gate gate;
    private final Usage usage;

    @Inject
    public FrontendApi(Environments environments, Usage usage) {
        this.gate = new Gate(environments, Credential.Kind.CLIENT);
        this.usage = usage;
    }

    /** Reads the context of a request, once its key has been found good; refuses with a {@link DocumentException}. */
    @FunctionalInterface
    interface Asking extends Supplier<EvaluationContext> {}

    /**
     * Toggles as they are for a context.
     *
     * @param all those that are off, too
     */
    Reply toggles(@Nullable String key, Asking context, boolean all, @Nullable String ifNoneMatch) {
        return gate.enter(key, granted -> {
            try {
                return TogglesView.of(granted.environment()).answer(context.get(), all, ifNoneMatch);
            } catch (DocumentException malformed) {
                return Gate.badRequest(malformed.getMessage());
            }
        });
    }

    /** One toggle, on or off. */
    Reply toggle(@Nullable String key, Asking context, String name) {
        return gate.enter(key, granted -> {
            try {
                return TogglesView.of(granted.environment())
                        .answer(name, context.get())
                        .map(toggle -> Reply.of(Reply.OK, toggle).with("Cache-Control", "no-cache"))
                        .orElseGet(() -> Gate.noSuchFeature(name));
            } catch (DocumentException malformed) {
                return Gate.badRequest(malformed.getMessage());
            }
        });
    }

    /** An SDK says that it is there; nothing is kept of it. */
    Reply register(@Nullable String key) {
        return gate.enter(key, granted -> Reply.empty(Reply.ACCEPTED));
    }

    /** An SDK's counts. */
    Reply metrics(@Nullable String key, byte[] body) {
        return gate.enter(key, granted -> ClientApi.counted(granted, body, usage));
    }
}
