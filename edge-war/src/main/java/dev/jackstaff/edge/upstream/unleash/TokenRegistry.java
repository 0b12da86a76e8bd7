package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The registry of valid tokens and of the documents polled for them: no more than needed. Thread-safe. */
final class TokenRegistry {
    private final Map<String, UnleashToken> bySecret = new LinkedHashMap<>();
    private final Map<TokenScope, PolledDocument> documents = new HashMap<>();
    private final RememberedTokens remembered = new RememberedTokens();

    /** Adds a valid token, or replaces its scope. */
    synchronized void add(UnleashToken token) {
        bySecret.put(token.secret(), token);
        remembered.forget(token.credential().hash());
    }

    /** The tokens of earlier runs. */
    RememberedTokens remembered() {
        return remembered;
    }

    /** The credentials of exactly this scope, of tokens and of remembered ones. */
    synchronized List<Credential> credentials(TokenScope scope) {
        return Stream.concat(
                        withScope(scope).stream().map(UnleashToken::credential), remembered.withScope(scope).stream())
                .toList();
    }

    /** Removes a token that is no longer valid. */
    synchronized Optional<UnleashToken> remove(String secret) {
        return Optional.ofNullable(bySecret.remove(secret));
    }

    synchronized Optional<UnleashToken> find(String secret) {
        return Optional.ofNullable(bySecret.get(secret));
    }

    synchronized List<UnleashToken> all() {
        return List.copyOf(bySecret.values());
    }

    /** The tokens of exactly this scope. */
    synchronized List<UnleashToken> withScope(TokenScope scope) {
        return bySecret.values().stream()
                .filter(token -> token.scope().equals(scope))
                .toList();
    }

    /** A token for usage reports of an environment; one of exactly its scope, or a backend token, if there is one. */
    synchronized Optional<String> usageToken(TokenScope environment) {
        return bySecret.values().stream()
                .filter(token -> token.scope().covers(environment))
                .min(Comparator.comparing((UnleashToken token) -> !token.scope().equals(environment))
                        .thenComparing(token -> !token.canFetch()))
                .map(UnleashToken::secret);
    }

    /** The scopes of all tokens, and of the remembered ones that a backend token covers. */
    synchronized Set<TokenScope> scopes() {
        return Stream.concat(
                        bySecret.values().stream().map(UnleashToken::scope),
                        remembered.scopes().stream().filter(this::isCovered))
                .collect(Collectors.toSet());
    }

    /** Whether a backend token covers a scope. */
    synchronized boolean isCovered(TokenScope scope) {
        return bySecret.values().stream()
                .anyMatch(token -> token.canFetch() && token.scope().covers(scope));
    }

    /** The polled documents. */
    synchronized List<PolledDocument> documents() {
        return List.copyOf(documents.values());
    }

    /** A token with which a document can be fetched. */
    synchronized Optional<UnleashToken> fetchTokenFor(PolledDocument document) {
        return bySecret.values().stream()
                .filter(token -> token.canFetch() && token.scope().equals(document.scope()))
                .findFirst();
    }

    /** The tokens with which no document is polled. */
    synchronized List<UnleashToken> unpolled() {
        Set<UnleashToken> polled = documents.values().stream()
                .flatMap(document -> fetchTokenFor(document).stream())
                .collect(Collectors.toSet());
        return bySecret.values().stream()
                .filter(token -> !polled.contains(token))
                .toList();
    }

    /** The document from which a scope is served: its own if there is one, else a larger one; a fetched one first. */
    synchronized Optional<PolledDocument> documentFor(TokenScope scope) {
        return documents.values().stream()
                .filter(document -> document.scope().covers(scope))
                .min(Comparator.comparing((PolledDocument document) -> !document.hasDocument())
                        .thenComparing(document -> !document.scope().equals(scope))
                        .thenComparing(document -> document.scope().key()));
    }

    /** The scopes served from a document. */
    synchronized List<TokenScope> scopesServedFrom(PolledDocument document) {
        return scopes().stream()
                .filter(scope -> documentFor(scope).filter(document::equals).isPresent())
                .toList();
    }

    /** Adds missing documents, and returns the new ones. */
    synchronized List<PolledDocument> startDocuments(Function<TokenScope, PolledDocument> factory) {
        List<PolledDocument> started = new ArrayList<>();
        for (TokenScope scope : fetchableScopes()) {
            boolean needed = documents.values().stream()
                    .noneMatch(document -> document.scope().covers(scope));
            if (needed) {
                PolledDocument document = factory.apply(scope);
                documents.put(scope, document);
                started.add(document);
            }
        }
        return started;
    }

    /** Ends documents that no token can fetch, or that a larger fetched document covers. */
    synchronized void endUnneededDocuments() {
        documents.values().removeIf(document -> {
            boolean larger = documents.values().stream()
                    .anyMatch(other -> !other.equals(document)
                            && other.hasDocument()
                            && other.scope().covers(document.scope()));
            if (larger || fetchTokenFor(document).isEmpty()) {
                document.end();
            }
            return document.ended();
        });
    }

    /** The scopes of backend tokens, the largest first, so that smaller ones are found covered. */
    private List<TokenScope> fetchableScopes() {
        return bySecret.values().stream()
                .filter(UnleashToken::canFetch)
                .map(UnleashToken::scope)
                .distinct()
                .sorted(Comparator.comparing((TokenScope scope) -> !scope.coversAllProjects())
                        .thenComparing(scope -> -scope.projects().size())
                        .thenComparing(TokenScope::key))
                .toList();
    }
}
