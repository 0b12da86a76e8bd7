package dev.jackstaff.admin.flag;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
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
        Arrays.stream(text.split("&", -1)).map(pair -> pair.split("=", 2)).filter(pair -> pair.length == 2).forEach(pair -> {
            try {
                parameters.putIfAbsent(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            } catch (IllegalArgumentException malformed) {
                parameters.remove(pair[0]);
            }
        });
        return new SavedQuery(parameters);
    }

    /** The query string, without the question mark. */
    @Override
    public String toString() {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
