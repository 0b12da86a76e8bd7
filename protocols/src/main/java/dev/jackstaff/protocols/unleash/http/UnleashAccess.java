package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.environment.EnvironmentAccess;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.json.JsonBytes;
import jakarta.ws.rs.WebApplicationException;
import org.jspecify.annotations.Nullable;

/**
 * The access check of Unleash's APIs and their refusals. Server keys are Unleash's client tokens and open the client
 * API; client keys are its frontend tokens and open the frontend API. SDKs stop asking for good on 401 and 403, so
 * neither is ever said of what heals by itself.
 */
final class UnleashAccess {
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;
    private static final int NO_METHOD = 405;
    private static final int SERVER_ERROR = 500;
    private static final Refusals REFUSALS = new Refusals();

    private final EnvironmentAccess environments;
    private final Credential.Kind kind;

    UnleashAccess(EnvironmentAccess environments, Credential.Kind kind) {
        this.environments = environments;
        this.kind = kind;
    }

    /** What is answered to who may ask; what is wrong with the request it throws. */
    @FunctionalInterface
    interface GrantedHandler {
        Reply answer(Access.Granted granted) throws RefusedRequestException;
    }

    /** The answer for who holds a key of the kind wanted; everybody else is refused, and so is what cannot be read. */
    Reply answerIfGranted(@Nullable String key, GrantedHandler answering) {
        return environments.access(key).match(granted -> answer(granted, answering), REFUSALS);
    }

    private Reply answer(Access.Granted granted, GrantedHandler answering) {
        if (granted.kind() != kind) {
            return REFUSALS.forbidden("this needs a " + kind.label() + " key");
        }
        try {
            return answering.answer(granted);
        } catch (RefusedRequestException refused) {
            return refused.reply();
        } catch (DocumentException malformed) {
            return badRequest(malformed.getMessage());
        }
    }

    /** Whether a key opens this environment, or may do so again in a moment. */
    boolean stillOpens(@Nullable String key, String environment) {
        Access access = environments.access(key);
        return access instanceof Access.NotReady
                || (access instanceof Access.Granted granted
                        && granted.kind() == kind
                        && granted.environment().snapshot().key().equals(environment));
    }

    /** The answers to keys that open nothing. */
    private static final class Refusals implements Access.RefusalCases<Reply> {
        @Override
        public Reply unknown(String reason) {
            return refusal(Reply.UNAUTHORIZED, "AuthenticationRequired", reason);
        }

        @Override
        public Reply forbidden(String reason) {
            return refusal(Reply.FORBIDDEN, "NoAccessError", reason);
        }

        @Override
        public Reply notReady(String reason) {
            return UnleashAccess.notReady(reason);
        }
    }

    static Reply notReady(String reason) {
        return failure(Reply.UNAVAILABLE, reason).with("Retry-After", "1");
    }

    static Reply noSuchFeature() {
        return failure(Reply.NOT_FOUND, "there is no such feature, or it is not for this key");
    }

    /** An environment of another system, whose rules Unleash's documents cannot say; evaluated they can be asked for. */
    static Reply notExportable(@Nullable String dialect) {
        return refusal(
                Reply.NOT_FOUND,
                "NotFoundError",
                "this environment comes from " + dialect
                        + ", whose rules cannot be said in a features document; /api/frontend evaluates them");
    }

    static Reply badRequest(@Nullable String reason) {
        return failure(Reply.BAD_REQUEST, String.valueOf(reason));
    }

    static Reply tooLarge(String reason) {
        return failure(TOO_LARGE, reason);
    }

    static Reply unsupported(String reason) {
        return failure(UNSUPPORTED, reason);
    }

    /** What refuses a body while it is read. */
    static Reply refusal(WebApplicationException refused) {
        String reason = String.valueOf(refused.getMessage());
        return refused.getResponse().getStatus() == TOO_LARGE ? tooLarge(reason) : badRequest(reason);
    }

    /** What is refused outside the protocol's own rules: no such path, no such method, a fault of ours. */
    static Reply failure(int status, String message) {
        String name =
                switch (status) {
                    case Reply.NOT_FOUND -> "NotFoundError";
                    case NO_METHOD -> "MethodNotAllowed";
                    case TOO_LARGE -> "ContentTooLarge";
                    case UNSUPPORTED -> "UnsupportedMediaType";
                    case Reply.UNAVAILABLE -> "NotReady";
                    default -> status < SERVER_ERROR ? "BadDataError" : "InternalError";
                };
        return refusal(status, name, message);
    }

    private static Reply refusal(int status, String name, String message) {
        return Reply.of(status, JsonBytes.document(json -> {
            json.writeStartObject();
            json.writeStringField("name", name);
            json.writeStringField("message", message);
            json.writeEndObject();
        }));
    }
}
