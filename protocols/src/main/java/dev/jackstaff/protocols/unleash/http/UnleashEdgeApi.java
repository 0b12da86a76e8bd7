package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.environment.PendingKeys;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.json.TolerantReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Unleash's edge API: token validation for edges below. */
@Dependent
public class UnleashEdgeApi {
    /** The maximum number of keys validated in one request, which needs no key itself. */
    private static final int MAX_TOKENS = 1_000;

    private final EnvironmentAccess environments;
    private final PendingKeys pending;

    @Inject
    public UnleashEdgeApi(EnvironmentAccess environments, PendingKeys pending) {
        this.environments = environments;
        this.pending = pending;
    }

    /** The valid keys among those in {@code {"tokens": ["…"]}}, with their scopes. */
    Reply validate(RequestPayload body) {
        try {
            List<String> presented = DocumentReader.readWhole(body.bytes(), UnleashEdgeApi::tokens);
            if (presented.size() > MAX_TOKENS) {
                return UnleashAccess.badRequest("a request must have at most " + MAX_TOKENS + " tokens");
            }
            return validated(presented);
        } catch (RefusedRequestException refused) {
            return refused.reply();
        } catch (DocumentException malformed) {
            return UnleashAccess.badRequest(malformed.getMessage());
        }
    }

    private Reply validated(List<String> presented) {
        pending.await(presented);
        List<UnleashEdgeToken> valid = new ArrayList<>();
        for (String key : presented) {
            Access access = environments.access(key);
            if (access instanceof Access.NotReady notReady) {
                return UnleashAccess.notReady(notReady.reason());
            }
            if (access instanceof Access.Granted granted) {
                valid.add(new UnleashEdgeToken(
                        key, granted.kind(), granted.environment().snapshot()));
            }
        }
        return UnleashEdgeToken.document("tokens", valid);
    }

    private static List<String> tokens(DocumentReader reader) {
        List<String> tokens = new ArrayList<>();
        reader.object(member -> {
            if (member.equals("tokens") && reader.token() == JsonToken.START_ARRAY) {
                tokens.addAll(new TolerantReader(reader).texts());
                return true;
            }
            return false;
        });
        return tokens;
    }
}
