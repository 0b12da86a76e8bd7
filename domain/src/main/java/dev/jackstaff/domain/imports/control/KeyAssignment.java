package dev.jackstaff.domain.imports.control;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The keys under which imported items are stored. An item whose key belongs to a different item that must stay gets the
 * first key of {@code key-2}, {@code key-3} ... that holds the same item already, or is free. Not thread-safe.
 *
 * @param <T> what an item is apart from its key
 */
final class KeyAssignment<T> {
    private static final int MAX_NUMBER = 100;

    private final Map<String, T> imported;
    private final Map<String, T> existing;
    private final Predicate<String> fixed;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Set<String> assigned = new HashSet<>();

    private KeyAssignment(Map<String, T> imported, Map<String, T> existing, Predicate<String> fixed) {
        this.imported = imported;
        this.existing = existing;
        this.fixed = fixed;
    }

    /**
     * The stored key of each imported key.
     *
     * @param fixed whether the existing item of a key must stay as it is
     */
    static <T> Map<String, String> of(Map<String, T> imported, Map<String, T> existing, Predicate<String> fixed) {
        return new KeyAssignment<>(imported, existing, fixed).assign();
    }

    private Map<String, String> assign() {
        imported.keySet().stream().filter(key -> isSame(key, key)).forEach(key -> put(key, key));
        imported.keySet().stream()
                .filter(key -> !keys.containsKey(key) && isFixed(key))
                .forEach(key -> numberOfSame(key).ifPresent(stored -> put(key, stored)));
        imported.keySet().stream().filter(key -> !keys.containsKey(key)).forEach(key -> put(key, free(key)));
        return keys;
    }

    private void put(String key, String stored) {
        keys.put(key, stored);
        assigned.add(stored);
    }

    private boolean isSame(String key, String stored) {
        T item = imported.get(key);
        return item != null && item.equals(existing.get(stored));
    }

    private boolean isFixed(String stored) {
        return existing.containsKey(stored) && fixed.test(stored);
    }

    private Optional<String> numberOfSame(String key) {
        for (int number = 2; number <= MAX_NUMBER; number++) {
            String stored = numbered(key, number);
            if (!assigned.contains(stored) && isSame(key, stored)) {
                return Optional.of(stored);
            }
        }
        return Optional.empty();
    }

    private String free(String key) {
        String stored = key;
        for (int number = 2; isUnavailable(key, stored); number++) {
            stored = numbered(key, number);
        }
        return stored;
    }

    private boolean isUnavailable(String key, String stored) {
        return assigned.contains(stored) || isFixed(stored) || (!stored.equals(key) && imported.containsKey(stored));
    }

    private static String numbered(String key, int number) {
        return key + "-" + number;
    }
}
