package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.time.Instant;
import java.util.List;

/** The tokens as the snapshots serve them: what each scope shows, and to whom. */
record ServedTokens(TokenRegistry registry, UnleashSnapshots snapshots) {
    /** Serves every scope whose document was fetched. */
    void deliverAll() {
        registry.scopes().forEach(this::deliver);
    }

    /** Serves a scope, if the document that covers it was fetched. */
    void deliver(TokenScope scope) {
        registry.documentFor(scope).ifPresent(document -> document.textFor(scope)
                .ifPresent(text -> snapshots.serve(scope, text, document.revision(), registry.credentials(scope))));
    }

    /** Drops a credential that the registry does not know any more. */
    void drop(String hash, TokenScope scope) {
        snapshots.revoke(hash);
        replaceCredentials(scope);
    }

    /** Forgets remembered tokens that end before a moment, or that no backend token covers. */
    void forgetRemembered(Instant moment) {
        registry.remembered().forgetUnless(registry::isCovered, moment).forEach(this::replaceCredentials);
    }

    /** Stops serving what no backend token covers. */
    void withdrawUncovered() {
        forgetRemembered(snapshots.now());
        registry.scopes().stream().filter(scope -> !registry.isCovered(scope)).forEach(snapshots::withdraw);
    }

    private void replaceCredentials(TokenScope scope) {
        List<Credential> remaining = registry.credentials(scope);
        if (remaining.isEmpty()) {
            snapshots.withdraw(scope);
        } else {
            snapshots.replaceCredentials(scope, remaining);
        }
    }
}
