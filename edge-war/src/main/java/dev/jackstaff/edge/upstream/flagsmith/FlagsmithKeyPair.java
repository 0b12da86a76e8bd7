package dev.jackstaff.edge.upstream.flagsmith;

import com.fasterxml.jackson.core.JsonToken;
import dev.jackstaff.engine.snapshot.DocumentReader;
import dev.jackstaff.protocols.settings.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * The server-side and client-side key of a Flagsmith environment. The edge fetches with the first, and clients may use
 * both.
 */
record FlagsmithKeyPair(String serverKey, String clientKey) {
    static final String SERVER_KEY_PREFIX = "ser.";

    FlagsmithKeyPair {
        if (!serverKey.startsWith(SERVER_KEY_PREFIX)
                || clientKey.isEmpty()
                || clientKey.startsWith(SERVER_KEY_PREFIX)) {
            throw new IllegalArgumentException("a key pair needs a server-side key that begins with "
                    + SERVER_KEY_PREFIX + " and a client-side key that does not");
        }
    }

    /**
     * The pairs in {@code ser.abc:xyz,...}, or in the JSON list of Flagsmith's edge proxy.
     *
     * @throws IllegalArgumentException if the text is neither; the message shows no key
     */
    static List<FlagsmithKeyPair> parseList(String list) {
        String text = Setting.unquoted(list.strip());
        if (text.startsWith("[")) {
            try {
                return DocumentReader.readWhole(text, reader -> reader.array(() -> readPair(reader)));
            } catch (RuntimeException invalid) {
                throw new IllegalArgumentException(
                        "environment_key_pairs must be a JSON list of {\"server_side_key\", \"client_side_key\"}",
                        invalid);
            }
        }
        List<FlagsmithKeyPair> pairs = new ArrayList<>();
        for (String pair : text.split(",", -1)) {
            if (!pair.isBlank()) {
                pairs.add(parse(Setting.unquoted(pair.strip())));
            }
        }
        return pairs;
    }

    private static FlagsmithKeyPair parse(String pair) {
        int colon = pair.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("key pairs must be SERVER:CLIENT,...");
        }
        return new FlagsmithKeyPair(
                pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
    }

    private static FlagsmithKeyPair readPair(DocumentReader reader) {
        String[] keys = {"", ""};
        reader.object(member -> {
            boolean server = member.equals("server_side_key");
            if ((!server && !member.equals("client_side_key")) || reader.token() != JsonToken.VALUE_STRING) {
                return false;
            }
            keys[server ? 0 : 1] = reader.string().strip();
            return true;
        });
        return new FlagsmithKeyPair(keys[0], keys[1]);
    }

    /** The client-side key only; the server-side key is secret. */
    @Override
    public String toString() {
        return clientKey;
    }
}
