package dev.jackstaff.domain.flag;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.DocumentReader;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values that variants of a flag have in one environment only. A variant that has none there has the value that all
 * environments share.
 *
 * @param json JSON of the flag's type by the key of the variant, in the order of the keys
 */
public record VariantValues(Map<String, String> json) {
    public static final VariantValues NONE = new VariantValues(Map.of());

    public VariantValues {
        json = Collections.unmodifiableMap(new TreeMap<>(json));
    }

    /** The values of a JSON object. */
    public static VariantValues read(String object) {
        Map<String, String> values = new TreeMap<>();
        DocumentReader.readWhole(object, reader -> {
            reader.object(key -> {
                values.put(key, reader.json().json());
                return true;
            });
            return values;
        });
        return new VariantValues(values);
    }

    /** The values as a JSON object. */
    public String toJson() {
        return json.entrySet().stream()
                .map(value -> JsonText.quoted(value.getKey()) + ":" + value.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The value of a variant, as JSON; empty if it has none of its own. */
    public Optional<String> of(String variant) {
        return Optional.ofNullable(json.get(variant));
    }

    public boolean isEmpty() {
        return json.isEmpty();
    }

    /** These values with another one for a variant. */
    public VariantValues with(String variant, String value) {
        Map<String, String> more = new TreeMap<>(json);
        more.put(variant, value);
        return new VariantValues(more);
    }

    /** These values without that of a variant. */
    public VariantValues without(String variant) {
        Map<String, String> fewer = new TreeMap<>(json);
        fewer.remove(variant);
        return new VariantValues(fewer);
    }

    /**
     * These values as values of a type are written.
     *
     * @throws IllegalArgumentException if one is not of the type
     */
    public VariantValues typed(ValueType type) {
        Map<String, String> typed = new TreeMap<>();
        json.forEach(
                (variant, value) -> typed.put(variant, Value.parse(type, value).json()));
        return new VariantValues(typed);
    }

    /**
     * Variants with the values that they have in the environment.
     *
     * @throws IllegalArgumentException if a value is not of the type
     */
    public List<FlagVariant> appliedTo(ValueType type, List<FlagVariant> variants) {
        return isEmpty()
                ? variants
                : variants.stream()
                        .map(variant -> of(variant.key())
                                .map(value ->
                                        new FlagVariant(variant.key(), Value.parse(type, value), variant.description()))
                                .orElse(variant))
                        .toList();
    }
}
