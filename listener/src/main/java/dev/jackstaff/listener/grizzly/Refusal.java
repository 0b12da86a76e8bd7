package dev.jackstaff.listener.grizzly;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The answer to a request that never reaches the application. */
final class Refusal {
    static final int REQUEST_TIMEOUT = 408;
    static final int UNAVAILABLE = 503;

    private static final Map<Integer, String> REASONS = Map.of(
            400,
            "Bad Request",
            REQUEST_TIMEOUT,
            "Request Timeout",
            413,
            "Content Too Large",
            417,
            "Expectation Failed",
            431,
            "Request Header Fields Too Large",
            501,
            "Not Implemented",
            UNAVAILABLE,
            "Service Unavailable",
            505,
            "HTTP Version Not Supported");

    private Refusal() {}

    /** An answer after which the connection closes. */
    static byte[] bytes(int status, String sentence) {
        byte[] body = (sentence + "\n").getBytes(StandardCharsets.US_ASCII);
        String head = "HTTP/1.1 " + status + " " + REASONS.getOrDefault(status, "Refused")
                + "\r\nContent-Type: text/plain; charset=us-ascii\r\nContent-Length: " + body.length
                + "\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n";
        return (head + sentence + "\n").getBytes(StandardCharsets.US_ASCII);
    }
}
