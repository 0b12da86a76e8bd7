package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.Reply;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where clients of one protocol ask for a stream of events. */
public interface StreamEndpoint {
    /** What a request comes to; empty where its path belongs to somebody else. */
    Optional<Opened> open(Request request);

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

    /** What becomes of a request. */
    sealed interface Opened {
        /** The client listens from now on. */
        record Listening(EventStream stream) implements Opened {}

        /** It is answered, and that is all. */
        record Answered(Reply reply) implements Opened {}
    }
}
