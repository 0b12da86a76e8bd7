package dev.jackstaff.protocols.unleash.http;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.LiveEnvironments;
import dev.jackstaff.protocols.Reply;
import dev.jackstaff.protocols.TolerantReader;
import dev.jackstaff.protocols.unleash.FeaturesWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Unleash's own edges offer for operations, and to edges below them. What shows anything of an environment needs a server
 * key, and shows that environment only.
 */
@Dependent
public class EdgeApi {
    private final LiveEnvironments environments;
    private final Gate gate;

    @Inject
    public EdgeApi(LiveEnvironments environments) {
        this.environments = environments;
        this.gate = new Gate(environments, Credential.Kind.SERVER);
    }

    /** Of the keys in {@code {"tokens": ["…"]}}, those that open something, and what. */
    Reply validate(byte[] body) {
        try {
            List<EdgeToken> valid = new ArrayList<>();
            for (String key : DocumentReader.whole(body, EdgeApi::tokens)) {
                Access access = environments.access(key);
                if (access instanceof Access.NotReady notReady) {
                    return Gate.notReady(notReady.reason());
                }
                if (access instanceof Access.Granted granted) {
                    valid.add(new EdgeToken(
                            key, granted.kind(), granted.environment().snapshot()));
                }
            }
            return tokens("tokens", valid);
        } catch (DocumentException malformed) {
            return Gate.badRequest(malformed.getMessage());
        }
    }

    Reply health() {
        return Reply.of(Reply.OK, "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8));
    }

    Reply ready() {
        return environments.isComplete() && !environments.environments().isEmpty()
                ? Reply.of(Reply.OK, "{\"status\":\"READY\"}".getBytes(StandardCharsets.UTF_8))
                : Reply.of(
                        Reply.UNAVAILABLE,
                        "{\"error\":\"not every snapshot has arrived yet\",\"status\":\"NOTREADY\"}"
                                .getBytes(StandardCharsets.UTF_8));
    }

    /** The keys of the environment; by their ids, for the keys themselves are known to their holders only. */
    Reply tokens(@Nullable String key) {
        return gate.enter(key, granted -> {
            Snapshot snapshot = granted.environment().snapshot();
            Instant now = Instant.now();
            return tokens(
                    "tokenValidationStatus",
                    snapshot.credentials().stream()
                            .filter(credential -> !credential.expired(now))
                            .map(credential -> new EdgeToken(credential.id(), credential.kind(), snapshot))
                            .toList());
        });
    }

    /** The environment's features document, by the environment's name. */
    Reply features(@Nullable String key) {
        return gate.enter(key, granted -> {
            byte[] document =
                    FeaturesWriter.write(FeaturesView.of(granted.environment()).document());
            return Reply.of(Reply.OK, Json.bytes(json -> {
                json.writeStartObject();
                json.writeFieldName(granted.environment().snapshot().environment());
                json.writeRawValue(new String(document, StandardCharsets.UTF_8));
                json.writeEndObject();
            }));
        });
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

    private static Reply tokens(String name, List<EdgeToken> tokens) {
        return Reply.of(Reply.OK, Json.bytes(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart(name);
            for (EdgeToken token : tokens) {
                token.write(json);
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }
}
