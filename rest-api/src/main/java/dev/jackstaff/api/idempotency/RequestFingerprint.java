package dev.jackstaff.api.idempotency;

import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.actor.Actor;
import dev.jackstaff.domain.idempotency.RepeatableRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The hashes of requests. A key is part of both, so that nobody who reads them can guess what a request contained. */
final class RequestFingerprint {
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private RequestFingerprint() {}

    /**
     * The request.
     *
     * @param header the key: 1 to 255 visible ASCII characters, with or without quotation marks around it
     * @param address path and query
     */
    static RepeatableRequest of(Actor actor, String header, String method, String address, byte[] body) {
        String key = unquoted(header.strip());
        if (!KEY.matcher(key).matches()) {
            throw new DomainException.Invalid("Idempotency-Key", "must be 1 to 255 visible ASCII characters");
        }
        String sender = actor.kind().label() + " " + actor.name();
        return new RepeatableRequest(
                hash(sender, key),
                sender,
                hash(key, method, address, HexFormat.of().formatHex(hash(body))));
    }

    private static String unquoted(String header) {
        boolean quoted = header.length() > 1 && header.startsWith("\"") && header.endsWith("\"");
        return quoted ? header.substring(1, header.length() - 1) : header;
    }

    private static String hash(String... parts) {
        return HexFormat.of().formatHex(hash(String.join("\n", parts).getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hash(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
