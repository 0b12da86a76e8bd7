package dev.jackstaff.edge.http;

import dev.jackstaff.protocols.http.InstalledProtocols;
import dev.jackstaff.protocols.http.Reply;
import dev.jackstaff.protocols.ofrep.OfrepHandler;
import dev.jackstaff.protocols.settings.EdgeSettings;
import dev.jackstaff.protocols.settings.ProtocolSetting;

/** Refusals by the edge itself: in the form of the protocol whose path was requested, else in OFREP's. */
final class EdgeRefusals {
    private static final String BASE =
            EdgeSettings.configured().text(ProtocolSetting.BASE_PATH).orElse("");

    private EdgeRefusals() {}

    /** The refusal of a request that no route has seen, by its path as the client sent it. */
    static Reply ofWholePath(String path, int status, String sentence) {
        return of(path.startsWith(BASE + "/") ? path.substring(BASE.length()) : path, status, sentence);
    }

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
