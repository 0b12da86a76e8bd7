package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.http.Reply;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where clients of one protocol ask for a stream of events. */
public interface StreamEndpoint {
    /** What a request comes to; empty where its path belongs to somebody else. */
    Optional<OpenResult> open(Request request);

    /**
     * The refusal of a request that is none for a stream, or of one too many, in the protocol's own form; empty where its path
     * belongs to somebody else, or where the protocol has no form for it.
     */
    default Optional<Reply> failure(String path, int status, String reason) {
        return Optional.empty();
    }

    /**
     * A request for a stream.
     *
     * @param path as it was sent, without the query, decoded
     * @param header the value by name; null where there is none
     * @param parameter the first value of a query parameter by name; null where there is none
     */
    record Request(
            String path, Function<String, @Nullable String> header, Function<String, @Nullable String> parameter) {}

    /** The result of a stream request. */
    sealed interface OpenResult {
        /** The client listens from now on. */
        record Accepted(EventStream stream) implements OpenResult {}

        /** The request is refused with a reply. */
        record Rejected(Reply reply) implements OpenResult {
            /** A protocol's answers to keys that open nothing, each of which ends the request. */
            public static Access.RefusalCases<OpenResult> cases(Access.RefusalCases<Reply> replies) {
                return new Access.RefusalCases<>() {
                    @Override
                    public OpenResult unknown(String reason) {
                        return new Rejected(replies.unknown(reason));
                    }

                    @Override
                    public OpenResult forbidden(String reason) {
                        return new Rejected(replies.forbidden(reason));
                    }

                    @Override
                    public OpenResult notReady(String reason) {
                        return new Rejected(replies.notReady(reason));
                    }
                };
            }
        }
    }
}
