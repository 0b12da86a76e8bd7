package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.background.BoundedWait;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The decisions on tokens that clients present, and the wait for them. A remembered token is validated like any other. */
final class TokenDecisions {
    private final boolean validatesUnknownTokens;
    private final TokenRegistry registry;
    private final UnleashSnapshots snapshots;
    private final TokenValidator validator;
    private final ConfiguredTokens configured;
    private final TokenAdmission admission;
    private final BoundedWait waiting = new BoundedWait(Duration.ofSeconds(3), System::nanoTime);

    TokenDecisions(
            boolean validatesUnknownTokens,
            ServedTokens served,
            TokenValidator validator,
            ConfiguredTokens configured,
            TokenAdmission admission) {
        this.validatesUnknownTokens = validatesUnknownTokens;
        this.registry = served.registry();
        this.snapshots = served.snapshots();
        this.validator = validator;
        this.configured = configured;
        this.admission = admission;
    }

    /** Waits, within bounds, until these keys are decided and what they open is served. */
    void await(Collection<String> keys) {
        List<String> undecided = keys.stream().filter(this::isUndecided).toList();
        if (!undecided.isEmpty()) {
            waiting.awaitWhile(() -> undecided.stream().anyMatch(this::isUndecided));
        }
    }

    /** Lets waiting requests look again. */
    void wake() {
        waiting.wake();
    }

    /** Whether a moment's waiting may decide a key; an unknown one is submitted for validation. */
    boolean isUndecided(String key) {
        UnleashToken token = registry.find(key).orElse(null);
        if (token != null) {
            return !snapshots.isServed(token.scope())
                    && registry.documentFor(token.scope())
                            .filter(document -> !document.isFailing())
                            .isPresent();
        }
        return configured.awaits(key) ? !validator.isFailing() : validatesUnknownTokens && admission.isUndecided(key);
    }
}
