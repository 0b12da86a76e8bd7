package dev.jackstaff.protocols.ofrep;

import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.Snapshot;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands for each key of an environment in an address: SHA-256 of its hash. It tells nobody the key, opens nothing but
 * the news that something has changed, and is the same at every edge.
 */
final class Tickets {
    private static final int BYTES = 18;

    private final Map<String, Credential> credentials = new HashMap<>();

    private Tickets() {}

    static Tickets of(Snapshot snapshot) {
        Tickets tickets = new Tickets();
        snapshot.credentials().forEach(credential -> tickets.credentials.put(tickets.of(credential), credential));
        return tickets;
    }

    String of(Credential credential) {
        try {
            byte[] text = ("ofrep stream " + credential.hash()).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return Base64.getUrlEncoder().encodeToString(Arrays.copyOf(digest, BYTES));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether a ticket stands for a key that counts. */
    boolean admit(String ticket) {
        Credential credential = credentials.get(ticket);
        return credential != null && !credential.expired(Instant.now());
    }
}
