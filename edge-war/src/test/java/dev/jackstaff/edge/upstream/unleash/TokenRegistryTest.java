package dev.jackstaff.edge.upstream.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenRegistryTest {
    private static final TokenScope ALL = TokenScope.of(List.of("*"), "development");
    private static final TokenScope SEA = TokenScope.of(List.of("sea"), "development");
    private static final TokenScope BOTH = TokenScope.of(List.of("sea", "land"), "development");
    private static final TokenScope ELSEWHERE = TokenScope.of(List.of("sea"), "production");

    private final TokenRegistry tokens = new TokenRegistry();

    private static UnleashToken backend(TokenScope scope) {
        return new UnleashToken("backend " + scope.key(), Credential.Kind.SERVER, scope);
    }

    private static UnleashToken frontend(TokenScope scope) {
        return new UnleashToken("frontend " + scope.key(), Credential.Kind.CLIENT, scope);
    }

    private List<TokenScope> startedScopes() {
        return tokens.startDocuments(scope -> new PolledDocument(scope, Duration.ofSeconds(1))).stream()
                .map(PolledDocument::scope)
                .toList();
    }

    private static void storeDocument(PolledDocument document) {
        document.store(new FeaturesResponse.Document(
                JsonText.parse(
                        """
                {"version": 2, "features": [
                  {"name": "blue", "project": "sea", "enabled": true},
                  {"name": "green", "project": "land", "enabled": true}]}"""),
                null,
                Duration.ZERO));
    }

    @Test
    void noMoreDocumentsAreFollowedThanAreNeeded() {
        tokens.add(backend(SEA));
        tokens.add(backend(ALL));
        tokens.add(frontend(BOTH));
        tokens.add(backend(ELSEWHERE));

        assertThat(startedScopes()).containsExactlyInAnyOrder(ALL, ELSEWHERE);
        assertThat(startedScopes()).isEmpty();
    }

    @Test
    void whoeverShowsLessIsServedFromWhatHoldsMore() {
        tokens.add(backend(ALL));
        tokens.add(frontend(SEA));
        startedScopes();
        PolledDocument document = tokens.documentFor(SEA).orElseThrow();
        storeDocument(document);

        assertThat(tokens.scopesServedFrom(document)).containsExactlyInAnyOrder(ALL, SEA);
        assertThat(document.textFor(SEA).orElseThrow().json()).contains("blue").doesNotContain("green");
        assertThat(document.textFor(ALL).orElseThrow().json()).contains("blue", "green");
    }

    @Test
    void aFrontendTokenAloneCannotBeServed() {
        tokens.add(frontend(SEA));
        assertThat(tokens.isCovered(SEA)).isFalse();

        tokens.add(backend(BOTH));
        assertThat(tokens.isCovered(SEA)).isTrue();
        assertThat(tokens.isCovered(ALL)).isFalse();
        assertThat(tokens.isCovered(ELSEWHERE)).isFalse();
    }

    @Test
    void aSmallerDocumentIsFollowedUntilTheLargerHasArrived() {
        tokens.add(backend(SEA));
        startedScopes();
        PolledDocument small = tokens.documentFor(SEA).orElseThrow();
        storeDocument(small);
        tokens.add(backend(ALL));
        assertThat(startedScopes()).containsExactly(ALL);
        tokens.endUnneededDocuments();
        assertThat(tokens.documentFor(SEA)).contains(small);

        PolledDocument large = tokens.documentFor(ALL).orElseThrow();
        storeDocument(large);
        tokens.endUnneededDocuments();

        assertThat(tokens.documentFor(SEA)).contains(large);
        assertThat(small.ended()).isTrue();
    }

    @Test
    void whatNobodyMayFetchIsFollowedNoLonger() {
        tokens.add(backend(ALL));
        tokens.add(backend(SEA));
        startedScopes();

        tokens.remove(backend(ALL).secret());
        tokens.endUnneededDocuments();

        assertThat(tokens.documentFor(SEA)).isEmpty();
        assertThat(startedScopes()).containsExactly(SEA);
    }
}
