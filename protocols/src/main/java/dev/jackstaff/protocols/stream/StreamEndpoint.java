package dev.jackstaff.protocols.stream;

import dev.jackstaff.protocols.environment.Access;
import dev.jackstaff.protocols.http.HeadMethodFilter;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.http.ReplyServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The endpoint of one protocol's event streams. */
public interface StreamEndpoint {
    /** The result of a request; empty if its path belongs to another endpoint. */
    Optional<OpenResult> open(Request request);

    /**
     * The refusal of an invalid stream request, or of one above the limit, in the protocol's own form; empty if its
     * path belongs to another endpoint, or if the protocol has no form for it.
     */
    default Optional<Reply> failure(String path, int status, String reason) {
        return Optional.empty();
    }

    /**
     * A request for a stream.
     *
     * @param path as it was sent, without the query, decoded
     * @param header the value by name; null if absent
     * @param parameter the first value of a query parameter by name; null if absent
     */
    record Request(
            String path, Function<String, @Nullable String> header, Function<String, @Nullable String> parameter) {}

    /** The result of a stream request. */
    sealed interface OpenResult {
        /** Answers the request: with the events from now on, or with the refusal. */
        void send(HttpServletRequest request, HttpServletResponse response, StreamPublisher publisher)
                throws IOException;

        /** The stream is opened. */
        record Accepted(EventStream stream) implements OpenResult {
            @Override
            public void send(HttpServletRequest request, HttpServletResponse response, StreamPublisher publisher)
                    throws IOException {
                response.setContentType("text/event-stream");
                response.setHeader("X-Accel-Buffering", "no");
                if (!HeadMethodFilter.isHead(request)) {
                    publisher.subscribe(request, stream);
                }
            }
        }

        /** The request is refused with a reply. */
        record Rejected(Reply reply) implements OpenResult {
            @Override
            public void send(HttpServletRequest request, HttpServletResponse response, StreamPublisher publisher)
                    throws IOException {
                ReplyServlet.write(reply, response);
            }

            /** A protocol's refusals of keys without access, each of which ends the request. */
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

                    @Override
                    public OpenResult uncovered(String project, String environment) {
                        return new Rejected(replies.uncovered(project, environment));
                    }
                };
            }
        }
    }
}
