package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.unleash.TokenScope;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An Unleash server in memory, whose answers a test decides. */
final class FakeUnleashServer implements UnleashServer {
    static final String ETAG = "\"1\"";

    final Map<String, UnleashToken> tokens = new HashMap<>();
    final List<List<String>> validations = new ArrayList<>();
    final List<String> fetches = new ArrayList<>();
    final List<String> registrations = new ArrayList<>();
    String features = document();
    boolean unreachable;
    /** The tokens with which no fetch gets an answer. */
    final Set<String> unansweredTokens = new HashSet<>();

    /** The tokens that the server refuses although it calls them valid. */
    final Set<String> refusedTokens = new HashSet<>();

    /** Whether fetching ends in an Error, as when a class cannot be loaded. */
    boolean fetchBroken;

    /** Whether validation ends in an Error. */
    boolean validationBroken;

    /** The status of a validation of more than one token; 0 for an answer. */
    int statusOfBatches;

    static String document(String... features) {
        StringBuilder text = new StringBuilder();
        for (String feature : features) {
            text.append(text.isEmpty() ? "" : ",")
                    .append("{\"name\":\"")
                    .append(feature)
                    .append("\",\"project\":\"sea\",\"enabled\":true}");
        }
        return "{\"version\":2,\"features\":[" + text + "]}";
    }

    UnleashToken backend(String secret, String project) {
        return add(secret, Credential.Kind.SERVER, project);
    }

    UnleashToken frontend(String secret, String project) {
        return add(secret, Credential.Kind.CLIENT, project);
    }

    private UnleashToken add(String secret, Credential.Kind kind, String project) {
        UnleashToken token = new UnleashToken(secret, kind, TokenScope.of(List.of(project), "development"));
        tokens.put(secret, token);
        return token;
    }

    @Override
    public List<UnleashToken> validateTokens(Collection<String> secrets) throws IOException {
        validations.add(List.copyOf(secrets));
        requireReachable();
        if (validationBroken) {
            throw new LinkageError("broken in this test");
        }
        if (statusOfBatches != 0 && secrets.size() > 1) {
            throw new UnleashApiClient.UnexpectedStatusException("/edge/validate", statusOfBatches);
        }
        return secrets.stream()
                .flatMap(secret -> Optional.ofNullable(tokens.get(secret)).stream())
                .toList();
    }

    @Override
    public FeaturesResponse fetchFeatures(UnleashToken token, @Nullable String etag) throws IOException {
        fetches.add(token.secret());
        requireReachable();
        if (unansweredTokens.contains(token.secret())) {
            throw new IOException("no answer in this test");
        }
        if (fetchBroken) {
            throw new LinkageError("broken in this test");
        }
        if (!tokens.containsKey(token.secret()) || refusedTokens.contains(token.secret())) {
            return new FeaturesResponse.Rejected(401);
        }
        return ETAG.equals(etag)
                ? new FeaturesResponse.Unchanged(Duration.ZERO)
                : new FeaturesResponse.Document(JsonText.parse(features), ETAG, Duration.ZERO);
    }

    @Override
    public boolean refuses(UnleashToken token) throws IOException {
        requireReachable();
        return !tokens.containsKey(token.secret()) || refusedTokens.contains(token.secret());
    }

    @Override
    public void registerEdge(UnleashToken token) {
        registrations.add(token.secret());
    }

    private void requireReachable() throws IOException {
        if (unreachable) {
            throw new IOException("unreachable in this test");
        }
    }
}
