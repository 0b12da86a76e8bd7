package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.edge.upstream.HashedCredentials;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.unleash.TokenScope;

/** A token that the server validated. A backend token can also fetch. */
record UnleashToken(String secret, Credential.Kind kind, TokenScope scope) {
    Credential credential() {
        return HashedCredentials.of(secret, kind);
    }

    boolean canFetch() {
        return kind == Credential.Kind.SERVER;
    }

    /** The kind and scope of the token, without its secret. */
    @Override
    public String toString() {
        return kind.label() + " token of " + scope.key();
    }
}
