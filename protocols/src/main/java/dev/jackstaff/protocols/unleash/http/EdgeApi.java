package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.Environments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.TolerantReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What Unleash's own edges ask of the server above them, whatever carries it. */
@Dependent
public class EdgeApi {
    /** How many keys are looked at in one request, which needs no key itself. */
    private static final int MOST_TOKENS = 1_000;

    private final Environments environments;

    @Inject
    public EdgeApi(Environments environments) {
        this.environments = environments;
    }

    /** Of the keys in {@code {"tokens": ["…"]}}, those that open something, and what. */
    Reply validate(Posted body) {
        try {
            List<String> presented = DocumentReader.whole(body.bytes(), EdgeApi::tokens);
            if (presented.size() > MOST_TOKENS) {
                return Gate.badRequest("at most " + MOST_TOKENS + " tokens are validated at once");
            }
            return validated(presented);
        } catch (Refused refused) {
            return refused.reply();
        } catch (DocumentException malformed) {
            return Gate.badRequest(malformed.getMessage());
        }
    }

    private Reply validated(List<String> presented) {
        List<EdgeToken> valid = new ArrayList<>();
        for (String key : presented) {
            Access access = environments.access(key);
            if (access instanceof Access.NotReady notReady) {
                return Gate.notReady(notReady.reason());
            }
            if (access instanceof Access.Granted granted) {
                valid.add(
                        new EdgeToken(key, granted.kind(), granted.environment().snapshot()));
            }
        }
        return EdgeToken.document("tokens", valid);
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
