package dev.jackstaff.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The constants of an enum by their labels, which API, pages and database use. */
public final class Labels<T extends Enum<T>> {
    private final Map<String, T> constants = new LinkedHashMap<>();

    private Labels(T[] values, Function<T, String> labelOf) {
        for (T value : values) {
            constants.put(labelOf.apply(value), value);
        }
    }

    public static <T extends Enum<T>> Labels<T> of(T[] values, Function<T, String> labelOf) {
        return new Labels<>(values, labelOf);
    }

    /** The constant with this label; empty if there is none. */
    public Optional<T> find(String label) {
        return Optional.ofNullable(constants.get(label));
    }

    /** All labels, in the order of the constants. */
    public List<String> all() {
        return List.copyOf(constants.keySet());
    }
}
