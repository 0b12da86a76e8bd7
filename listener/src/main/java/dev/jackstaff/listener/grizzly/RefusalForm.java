package dev.jackstaff.listener.grizzly;

import dev.jackstaff.listener.framing.HeadExcerpt;
import java.util.Map;

/** The form of the answers to requests that never reach the application. Thread-safe. */
@FunctionalInterface
public interface RefusalForm {
    /**
     * The answer to a refused request.
     *
     * @param sentence the reason, fit for the client
     */
    Answer refuse(HeadExcerpt request, int status, String sentence);

    /**
     * The body of an answer and the headers that belong to it.
     *
     * @param headers with {@code Content-Type}; without those that frame the answer
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, and compared by nobody
    record Answer(Map<String, String> headers, byte[] body) {
        public Answer {
            headers = Map.copyOf(headers);
        }
    }
}
