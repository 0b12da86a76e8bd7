package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.HashedCredentials;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.unleash.TokenScope;

/** A token as the server says that it counts. What is for servers may also fetch. */
record UnleashToken(String secret, Credential.Kind kind, TokenScope scope) {
    Credential credential() {
        return HashedCredentials.of(secret, kind);
    }

    boolean canFetch() {
        return kind == Credential.Kind.SERVER;
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return kind.label() + " token of " + scope.key();
    }
}
