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
 * API; client keys are its frontend tokens and open the frontend API. SDKs stop for good on 401 and 403, so neither is
 * sent for a temporary condition.
 */
final class UnleashAccess {
    private static final int NETWORK_AUTHENTICATION_REQUIRED = 511;
    private static final int TOO_LARGE = 413;
    private static final int UNSUPPORTED = 415;
    private static final int NO_METHOD = 405;
    private static final int SERVER_ERROR = 500;

    private final EnvironmentAccess environments;
    private final Credential.Kind kind;
    private final Refusals refusals;

    UnleashAccess(EnvironmentAccess environments, Credential.Kind kind) {
        this.environments = environments;
        this.kind = kind;
        this.refusals = new Refusals(kind);
    }

    /** The handler of a request with access; it throws a refusal if the request is invalid. */
    @FunctionalInterface
    interface GrantedHandler {
        Reply answer(Access.Granted granted) throws RefusedRequestException;
    }

    /**
     * The handler's response, if the key is of the wanted kind; otherwise, or if the request is unreadable, a refusal.
     */
    Reply answerIfGranted(@Nullable String key, GrantedHandler handler) {
        return environments.access(key).match(granted -> answer(granted, handler), refusals);
    }

    private Reply answer(Access.Granted granted, GrantedHandler handler) {
        if (granted.kind() != kind) {
            return refusals.forbidden("a " + kind.label() + " key is required");
        }
        try {
            return handler.answer(granted);
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
                || (access instanceof Access.Granted granted && granted.kind() == kind && granted.opens(environment));
    }

    /** The refusals of keys without access to an API of a kind of keys. */
    private record Refusals(Credential.Kind kind) implements Access.RefusalCases<Reply> {
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

        /** The answer of Unleash's edge, which tells for what a backend token is missing. */
        @Override
        public Reply uncovered(String project, String environment) {
            if (kind != Credential.Kind.CLIENT) {
                return forbidden("a " + kind.label() + " key is required");
            }
            return Reply.of(NETWORK_AUTHENTICATION_REQUIRED, JsonBytes.document(json -> {
                json.writeStartObject();
                json.writeStringField(
                        "explanation",
                        "This edge has no data for this token. Give it a backend token with the same access: in its"
                                + " settings, or with a request to /api/client/features");
                json.writeObjectFieldStart("access");
                json.writeStringField("project", project);
                json.writeStringField("environment", environment);
                json.writeEndObject();
                json.writeEndObject();
            }));
        }
    }

    static Reply notReady(String reason) {
        return failure(Reply.UNAVAILABLE, reason).with("Retry-After", "1");
    }

    static Reply noSuchFeature() {
        return failure(Reply.NOT_FOUND, "the feature does not exist, or this key may not see it");
    }

    /**
     * The refusal for an environment of a foreign system, whose rules Unleash's documents cannot express; the frontend
     * API can evaluate them.
     */
    static Reply notExportable(@Nullable String dialect) {
        return refusal(
                Reply.NOT_FOUND,
                "NotFoundError",
                "this environment comes from " + dialect
                        + ", whose rules cannot be expressed in a features document; /api/frontend evaluates them");
    }

    static Reply badRequest(@Nullable String reason) {
        return failure(Reply.BAD_REQUEST, String.valueOf(reason));
    }

    static Reply tooLarge(String reason) {
        return failure(TOO_LARGE, reason);
    }

    /** The refusal of an unreadable body. */
    static Reply refusal(WebApplicationException refused) {
        String reason = String.valueOf(refused.getMessage());
        return refused.getResponse().getStatus() == TOO_LARGE ? tooLarge(reason) : badRequest(reason);
    }

    /**
     * An error response outside the protocol's own rules: an unknown path, an unsupported method, an internal error.
     */
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
