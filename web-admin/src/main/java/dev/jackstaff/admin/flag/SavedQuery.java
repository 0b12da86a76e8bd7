package dev.jackstaff.admin.flag;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Filters and order of the flag list, as a saved view keeps them.
 *
 * @param parameters by their names; others than those of the list are left out, since a view may come from a program
 */
record SavedQuery(Map<String, String> parameters) {
    private static final Set<String> NAMES = Set.of(
            "view", "q", "state", "scope", "type", "kind", "tag", "owner", "stale", "archived", "changed", "sort");

    SavedQuery {
        Map<String, String> known = new TreeMap<>(parameters);
        known.keySet().retainAll(NAMES);
        known.values().removeIf(String::isBlank);
        parameters = Collections.unmodifiableMap(known);
    }

    /** What a query string says; pairs that cannot be decoded are left out. */
    static SavedQuery parse(String text) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                decoded(pair.substring(equals + 1))
                        .ifPresent(value -> parameters.putIfAbsent(pair.substring(0, equals), value));
            }
        }
        return new SavedQuery(parameters);
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The query string, without the question mark. */
    @Override
    public String toString() {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
