package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The valid tokens of earlier runs, of which only the hashes are known. They go on opening what they opened while the
 * server is away; a request that presents one has it validated. Thread-safe.
 */
final class RememberedTokens {
    /** How long a token is remembered that no client presents. */
    static final Duration TIME_TO_LIVE = Duration.ofDays(30);

    private final Map<String, RememberedToken> byHash = new HashMap<>();

    private record RememberedToken(TokenScope scope, Credential credential) {}

    /** Remembers a token, from now on if it has no end yet. */
    synchronized void remember(TokenScope scope, Credential credential, Instant now) {
        Instant given = credential.expiresAt();
        Instant end = given == null ? now.plus(TIME_TO_LIVE) : given;
        if (credential.kind() != Credential.Kind.EDGE && now.isBefore(end)) {
            byHash.put(
                    credential.hash(),
                    new RememberedToken(
                            scope, new Credential(credential.id(), credential.hash(), credential.kind(), end)));
        }
    }

    /** Forgets a token; returns its scope if it was remembered. */
    synchronized Optional<TokenScope> forget(String hash) {
        return Optional.ofNullable(byHash.remove(hash)).map(RememberedToken::scope);
    }

    /** Forgets the tokens whose scope is not wanted, and those that end before a moment; returns their scopes. */
    synchronized Set<TokenScope> forgetUnless(Predicate<TokenScope> wanted, Instant moment) {
        Set<TokenScope> forgotten = new HashSet<>();
        byHash.values().removeIf(token -> {
            boolean ends = !wanted.test(token.scope()) || token.credential().expired(moment);
            if (ends) {
                forgotten.add(token.scope());
            }
            return ends;
        });
        return forgotten;
    }

    synchronized boolean isEmpty() {
        return byHash.isEmpty();
    }

    synchronized Set<TokenScope> scopes() {
        Set<TokenScope> scopes = new HashSet<>();
        byHash.values().forEach(token -> scopes.add(token.scope()));
        return scopes;
    }

    /** The credentials of exactly this scope. */
    synchronized List<Credential> withScope(TokenScope scope) {
        return byHash.values().stream()
                .filter(token -> token.scope().equals(scope))
                .map(RememberedToken::credential)
                .toList();
    }
}
