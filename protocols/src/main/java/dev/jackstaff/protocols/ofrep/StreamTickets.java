package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The stream tickets of an environment's keys: SHA-256 of the key's hash, safe to put in a URL. A ticket does not
 * disclose the key, gives access to nothing but the notice of changes, and is the same at every edge.
 */
final class StreamTickets {
    private static final int BYTES = 18;

    private final Map<String, Credential> credentials = new HashMap<>();

    private StreamTickets() {}

    static StreamTickets of(Snapshot snapshot) {
        StreamTickets tickets = new StreamTickets();
        snapshot.credentials().forEach(credential -> tickets.credentials.put(tickets.of(credential), credential));
        return tickets;
    }

    String of(Credential credential) {
        byte[] digest = Sha256.of("ofrep stream " + credential.hash());
        return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
    }

    /** Whether a ticket stands for a key that is valid at an instant. */
    boolean admits(String ticket, Instant now) {
        Credential credential = credentials.get(ticket);
        return credential != null && !credential.expired(now);
    }
}
