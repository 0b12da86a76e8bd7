package dev.jackstaff.api.http;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.api.problem.Problem;
import dev.jackstaff.api.problem.ProtocolFormats;
import dev.jackstaff.protocols.http.Reply;

/** Refusals by the hub before any resource: problem documents, or the format of the protocol whose path was requested. */
public final class HubRefusals {
    private HubRefusals() {}

    /**
     * The refusal of a request.
     *
     * @param path with a leading slash
     */
    public static Reply of(String path, int status, String sentence) {
        return of(path, Problem.of(status, sentence));
    }

    static Reply of(String path, Problem problem) {
        return ProtocolFormats.format(path, problem).orElseGet(() -> document(problem));
    }

    private static Reply document(Problem problem) {
        return Reply.of(problem.status(), JsonBody.write(problem)).with("Content-Type", Problem.MEDIA_TYPE);
    }
}
