package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.ofrep.OfrepHandler;

/** Refusals by the edge itself: in the form of the protocol whose path was requested, else in OFREP's. */
final class EdgeRefusals {
    private EdgeRefusals() {}

    /**
     * The refusal of a request.
     *
     * @param path with a leading slash
     */
    static Reply of(String path, int status, String sentence) {
        return InstalledProtocols.refusal(path, status, sentence)
                .orElseGet(() -> OfrepHandler.failure(status, sentence));
    }
}
