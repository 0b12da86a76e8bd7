package dev.jackstaff.edge.upstream.unleash;

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

/** The tokens that count, and the documents that are followed for them: no more than are needed. Safe for threads. */
final class TokenRegistry {
    private final Map<String, UnleashToken> bySecret = new LinkedHashMap<>();
    private final Map<TokenScope, PolledDocument> documents = new HashMap<>();

    /** A token counts, and shows this from now on. */
    synchronized void add(UnleashToken token) {
        bySecret.put(token.secret(), token);
    }

    /** A token no longer counts. */
    synchronized Optional<UnleashToken> remove(String secret) {
        return Optional.ofNullable(bySecret.remove(secret));
    }

    synchronized Optional<UnleashToken> find(String secret) {
        return Optional.ofNullable(bySecret.get(secret));
    }

    synchronized List<UnleashToken> all() {
        return List.copyOf(bySecret.values());
    }

    /** The tokens that show just this. */
    synchronized List<UnleashToken> withScope(TokenScope scope) {
        return bySecret.values().stream()
                .filter(token -> token.scope().equals(scope))
                .toList();
    }

    /** A token that may tell the server of what it shows; one for servers, where there is one. */
    synchronized Optional<String> usageToken(String environment) {
        return bySecret.values().stream()
                .filter(token -> token.scope().key().equals(environment))
                .min(Comparator.comparing(token -> !token.canFetch()))
                .map(UnleashToken::secret);
    }

    /** What all the tokens show. */
    synchronized Set<TokenScope> scopes() {
        return bySecret.values().stream().map(UnleashToken::scope).collect(Collectors.toSet());
    }

    /** Whether a token can be served: something that may fetch shows as much. */
    synchronized boolean isCovered(TokenScope scope) {
        return bySecret.values().stream()
                .anyMatch(token -> token.canFetch() && token.scope().covers(scope));
    }

    /** A token to fetch with what a feed holds. */
    synchronized Optional<UnleashToken> fetchTokenFor(PolledDocument feed) {
        return bySecret.values().stream()
                .filter(token -> token.canFetch() && token.scope().equals(feed.scope()))
                .findFirst();
    }

    /**
     * The document from which somebody is served: the one of just that where there is one, else a larger one; one that has
     * arrived before one that has not.
     */
    synchronized Optional<PolledDocument> documentFor(TokenScope scope) {
        return documents.values().stream()
                .filter(feed -> feed.scope().covers(scope))
                .min(Comparator.comparing((PolledDocument feed) -> !feed.hasDocument())
                        .thenComparing(feed -> !feed.scope().equals(scope))
                        .thenComparing(feed -> feed.scope().key()));
    }

    /** What is served from a document. */
    synchronized List<TokenScope> scopesServedFrom(PolledDocument feed) {
        return scopes().stream()
                .filter(scope -> documentFor(scope).filter(feed::equals).isPresent())
                .toList();
    }

    /** Begins to follow what is not followed yet; gives what was begun. */
    synchronized List<PolledDocument> startDocuments(Function<TokenScope, PolledDocument> making) {
        List<PolledDocument> begun = new ArrayList<>();
        for (TokenScope scope : fetchableScopes()) {
            boolean needed =
                    documents.values().stream().noneMatch(feed -> feed.scope().covers(scope));
            if (needed) {
                PolledDocument feed = making.apply(scope);
                documents.put(scope, feed);
                begun.add(feed);
            }
        }
        return begun;
    }

    /** Ends what nobody needs: nobody may fetch it, or a larger document that has arrived holds it too. */
    synchronized void endUnneededDocuments() {
        documents.values().removeIf(feed -> {
            boolean larger = documents.values().stream()
                    .anyMatch(other -> !other.equals(feed)
                            && other.hasDocument()
                            && other.scope().covers(feed.scope()));
            if (larger || fetchTokenFor(feed).isEmpty()) {
                feed.end();
            }
            return feed.ended();
        });
    }

    /** The largest first, so that the smaller are found covered. */
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
