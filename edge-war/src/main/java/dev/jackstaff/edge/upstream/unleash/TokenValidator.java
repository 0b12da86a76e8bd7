package dev.jackstaff.edge.upstream.unleash;

import dev.jackstaff.background.Outage;
import dev.jackstaff.edge.upstream.UpstreamErrors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * The validator of tokens at an Unleash server, in requests of bounded size. A token that the server refused where
 * clients use it is valid again only when the server accepts it there. Thread-safe.
 */
final class TokenValidator {
    static final int MAX_TOKENS_PER_REQUEST = 100;
    private static final int MAX_SUSPECTS = 4_096;
    private static final Logger LOG = Logger.getLogger(TokenValidator.class.getName());

    private final UnleashServer server;
    private final UpstreamErrors errors;
    /** The secrets of tokens that the server refused though it calls them valid. */
    private final Set<String> suspects = ConcurrentHashMap.newKeySet();

    private final Outage outage = new Outage(LOG, "Validating tokens at the Unleash server");

    TokenValidator(UnleashServer server, UpstreamErrors errors) {
        this.server = server;
        this.errors = errors;
    }

    /**
     * The valid tokens among the given ones.
     *
     * @throws IOException if the server does not answer
     */
    List<UnleashToken> validate(List<String> secrets) throws IOException {
        List<UnleashToken> valid = new ArrayList<>();
        try {
            for (int begin = 0; begin < secrets.size(); begin += MAX_TOKENS_PER_REQUEST) {
                valid.addAll(server.validateTokens(
                        secrets.subList(begin, Math.min(secrets.size(), begin + MAX_TOKENS_PER_REQUEST))));
            }
            List<UnleashToken> accepted = new ArrayList<>();
            for (UnleashToken token : valid) {
                if (!suspects.contains(token.secret()) || !server.refuses(token)) {
                    suspects.remove(token.secret());
                    accepted.add(token);
                }
            }
            outage.recordSuccess();
            return accepted;
        } catch (IOException failed) {
            outage.recordFailure(String.valueOf(failed.getMessage()), null);
            errors.record(UpstreamErrors.ErrorKind.VALIDATE);
            throw failed;
        }
    }

    /** Records that the server refuses a token where clients use it. */
    void suspect(String secret) {
        if (suspects.size() < MAX_SUSPECTS) {
            suspects.add(secret);
        }
    }

    /** Whether the last validation failed. */
    boolean isFailing() {
        return outage.isOngoing();
    }
}
