package dev.jackstaff.edge.upstream.client;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** An upstream's response with its body, unpacked. */
@SuppressWarnings("ArrayRecordComponent") // read once, by the caller
public record UpstreamResponse(int status, HttpHeaders headers, byte[] body) {
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The age that the upstream reports for its own snapshot; zero if it reports none. */
    public Duration age() {
        return header("Jackstaff-Snapshot-Age")
                .map(UpstreamResponse::parseSeconds)
                .orElse(Duration.ZERO);
    }

    private static Duration parseSeconds(String text) {
        try {
            return Duration.ofMillis(Math.max(0, Math.round(Double.parseDouble(text) * 1_000)));
        } catch (NumberFormatException unreadable) {
            return Duration.ZERO;
        }
    }
}
