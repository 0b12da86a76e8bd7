package dev.jackstaff.protocols.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that proxies recorded for a request: {@code Forwarded} (RFC 7239) if present, else {@code
 * X-Forwarded-For}.
 */
final class ForwardedFor {
    private static final int MAX_HEADER_LENGTH = 2_000;
    private static final String FOR = "for=";

    private ForwardedFor() {}

    /** The addresses, the client's first; names and obfuscated identifiers of proxies are left out. */
    static List<String> addresses(Function<String, @Nullable String> header) {
        List<String> addresses = new ArrayList<>();
        String forwarded = header.apply("Forwarded");
        if (forwarded != null && forwarded.length() <= MAX_HEADER_LENGTH) {
            for (String hop : forwarded.split(",", -1)) {
                for (String pair : hop.split(";", -1)) {
                    if (pair.strip().toLowerCase(Locale.ROOT).startsWith(FOR)) {
                        add(pair.strip().substring(FOR.length()), addresses);
                    }
                }
            }
        }
        String list = header.apply("X-Forwarded-For");
        if (addresses.isEmpty() && list != null && list.length() <= MAX_HEADER_LENGTH) {
            for (String hop : list.split(",", -1)) {
                add(hop, addresses);
            }
        }
        return addresses;
    }

    private static void add(String written, List<String> addresses) {
        String node = written.strip().replace("\"", "");
        String address;
        if (node.startsWith("[")) {
            address = node.substring(1, Math.max(1, node.indexOf(']')));
        } else if (node.indexOf(':') >= 0 && node.indexOf(':') == node.lastIndexOf(':')) {
            address = node.substring(0, node.indexOf(':'));
        } else {
            address = node;
        }
        if (!address.isEmpty() && !address.startsWith("_") && !address.equalsIgnoreCase("unknown")) {
            addresses.add(address);
        }
    }
}
