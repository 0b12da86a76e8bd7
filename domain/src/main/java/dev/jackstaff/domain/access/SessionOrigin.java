package dev.jackstaff.domain.access;

import java.nio.charset.StandardCharsets;

/**
 * The place that a session was begun from, so that its user recognizes it.
 *
 * @param source the IP address
 * @param agent the {@code User-Agent} of the request; empty if it had none
 */
public record SessionOrigin(SessionKind kind, String source, String agent) {
    private static final int MAX_LENGTH = 200;

    public SessionOrigin {
        source = printable(source);
        agent = printable(agent);
    }

    /** What a header says, as far as the database can store it. */
    private static String printable(String header) {
        String ascii = new String(header.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)
                .replaceAll("\\p{Cntrl}", " ");
        return ascii.substring(0, Math.min(MAX_LENGTH, ascii.length()));
    }
}
