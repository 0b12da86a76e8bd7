package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.protocols.Access;
import dev.jackstaff.protocols.Environments;
import dev.jackstaff.protocols.Reply;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Who is let in where. Server keys are Unleash's client tokens and open the client API; client keys are its frontend tokens
 * and open the frontend API. SDKs stop asking for good on 401 and 403, so neither is ever said of what heals by itself.
 */
final class Gate {
    private static final String MESSAGE = "message";

    private final Environments environments;
    private final Credential.Kind kind;

    Gate(Environments environments, Credential.Kind kind) {
        this.environments = environments;
        this.kind = kind;
    }

    /** The answer for who holds a key of the kind wanted; everybody else is refused. */
    Reply enter(@Nullable String key, Function<Access.Granted, Reply> answer) {
        Access access = environments.access(key);
        if (access instanceof Access.Granted granted) {
            return granted.kind() == kind
                    ? answer.apply(granted)
                    : refusal(Reply.FORBIDDEN, "NoAccessError", "this needs a " + kind.label() + " key");
        }
        if (access instanceof Access.Unknown unknown) {
            return refusal(Reply.UNAUTHORIZED, "AuthenticationRequired", unknown.reason());
        }
        if (access instanceof Access.Forbidden forbidden) {
            return refusal(Reply.FORBIDDEN, "NoAccessError", forbidden.reason());
        }
        return notReady(((Access.NotReady) access).reason());
    }

    static Reply notReady(String reason) {
        return refusal(Reply.UNAVAILABLE, "NotReady", reason).with("Retry-After", "1");
    }

    static Reply noSuchFeature(String name) {
        return refusal(Reply.NOT_FOUND, "NotFoundError", "no feature \"" + name + "\"");
    }

    static Reply badRequest(@Nullable String reason) {
        return refusal(Reply.BAD_REQUEST, "BadDataError", String.valueOf(reason));
    }

    private static Reply refusal(int status, String name, String message) {
        return Reply.of(status, Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField(MESSAGE, message);
            json.writeEndObject();
        }));
    }
}
