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
final class Tokens {
    private final Map<String, UnleashToken> bySecret = new LinkedHashMap<>();
    private final Map<TokenScope, Feed> feeds = new HashMap<>();

    /** A token counts, and shows this from now on. */
    synchronized void add(UnleashToken token) {
        bySecret.put(token.secret(), token);
    }

    /** A token no longer counts. */
    synchronized Optional<UnleashToken> remove(String secret) {
        return Optional.ofNullable(bySecret.remove(secret));
    }

    synchronized Optional<UnleashToken> token(String secret) {
        return Optional.ofNullable(bySecret.get(secret));
    }

    synchronized List<UnleashToken> all() {
        return List.copyOf(bySecret.values());
    }

    /** The tokens that show just this. */
    synchronized List<UnleashToken> of(TokenScope scope) {
        return bySecret.values().stream()
                .filter(token -> token.scope().equals(scope))
                .toList();
    }

    /** A token that may tell the server of what it shows; one for servers, where there is one. */
    synchronized Optional<String> telling(String environment) {
        return bySecret.values().stream()
                .filter(token -> token.scope().key().equals(environment))
                .min(Comparator.comparing(token -> !token.fetches()))
                .map(UnleashToken::secret);
    }

    /** What all the tokens show. */
    synchronized Set<TokenScope> scopes() {
        return bySecret.values().stream().map(UnleashToken::scope).collect(Collectors.toSet());
    }

    /** Whether a token can be served: something that may fetch shows as much. */
    synchronized boolean covered(TokenScope scope) {
        return bySecret.values().stream()
                .anyMatch(token -> token.fetches() && token.scope().covers(scope));
    }

    /** A token to fetch with what a feed holds. */
    synchronized Optional<UnleashToken> fetching(Feed feed) {
        return bySecret.values().stream()
                .filter(token -> token.fetches() && token.scope().equals(feed.scope()))
                .findFirst();
    }

    /**
     * The document from which somebody is served: the one of just that where there is one, else a larger one; one that has
     * arrived before one that has not.
     */
    synchronized Optional<Feed> feed(TokenScope scope) {
        return feeds.values().stream()
                .filter(feed -> feed.scope().covers(scope))
                .min(Comparator.comparing((Feed feed) -> !feed.holds())
                        .thenComparing(feed -> !feed.scope().equals(scope))
                        .thenComparing(feed -> feed.scope().key()));
    }

    /** What is served from a document. */
    synchronized List<TokenScope> servedFrom(Feed feed) {
        return scopes().stream()
                .filter(scope -> feed(scope).filter(feed::equals).isPresent())
                .toList();
    }

    /** Begins to follow what is not followed yet; gives what was begun. */
    synchronized List<Feed> begin(Function<TokenScope, Feed> making) {
        List<Feed> begun = new ArrayList<>();
        for (TokenScope scope : fetchable()) {
            boolean needed =
                    feeds.values().stream().noneMatch(feed -> feed.scope().covers(scope));
            if (needed) {
                Feed feed = making.apply(scope);
                feeds.put(scope, feed);
                begun.add(feed);
            }
        }
        return begun;
    }

    /** Ends what nobody needs: nobody may fetch it, or a larger document that has arrived holds it too. */
    synchronized void end() {
        feeds.values().removeIf(feed -> {
            boolean larger = feeds.values().stream()
                    .anyMatch(other -> !other.equals(feed)
                            && other.holds()
                            && other.scope().covers(feed.scope()));
            if (larger || fetching(feed).isEmpty()) {
                feed.end();
            }
            return feed.ended();
        });
    }

    /** The largest first, so that the smaller are found covered. */
    private List<TokenScope> fetchable() {
        return bySecret.values().stream()
                .filter(UnleashToken::fetches)
                .map(UnleashToken::scope)
                .distinct()
                .sorted(Comparator.comparing((TokenScope scope) -> !scope.everything())
                        .thenComparing(scope -> -scope.projects().size())
                        .thenComparing(TokenScope::key))
                .toList();
    }
}
