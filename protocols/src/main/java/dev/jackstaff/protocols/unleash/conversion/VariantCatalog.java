package dev.jackstaff.protocols.unleash.conversion;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.unleash.Payload;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The variants of a flag: each distinct variant of a feature once, under its own key. A feature without variants has
 * the two of a boolean flag. If a feature can be on without a variant, there is one more, {@code on}.
 */
final class VariantCatalog {
    private static final String ON = "on";
    private static final String OFF = "off";

    /** The identity of a variant: name and payload. */
    private record Answer(String name, @Nullable Payload payload) {}

    private final Map<Answer, String> keys = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final boolean plainNeeded;
    private final String plain;

    private VariantCatalog(UnleashFeature feature) {
        feature.variants().forEach(variant -> add(new Answer(variant.name(), variant.payload())));
        feature.strategies().stream()
                .flatMap(strategy -> strategy.variants().stream())
                .forEach(variant -> add(new Answer(variant.name(), variant.payload())));
        plainNeeded = !keys.isEmpty() && canServeNone(feature);
        plain = keys.isEmpty() ? ON : unusedKey(ON);
    }

    static VariantCatalog of(UnleashFeature feature) {
        return new VariantCatalog(feature);
    }

    private void add(Answer answer) {
        if (!keys.containsKey(answer)) {
            keys.put(answer, unusedKey(answer.name()));
        }
    }

    private String unusedKey(String name) {
        String key = name;
        for (int number = 2; !taken.add(key); number++) {
            key = name + "-" + number;
        }
        return key;
    }

    private static boolean canServeNone(UnleashFeature feature) {
        boolean none = feature.variants().stream().allMatch(variant -> variant.weight() == 0);
        boolean onByItself = feature.strategies().isEmpty();
        return (onByItself && none)
                || feature.strategies().stream()
                        .anyMatch(strategy -> strategy.variants().isEmpty()
                                ? none
                                : strategy.variants().stream().allMatch(variant -> variant.weight() == 0));
    }

    /** Adds the notes on differences of the variants. */
    void addNotes(ConversionNotes notes) {
        String bare = keys.keySet().stream()
                .filter(answer -> answer.payload() == null)
                .map(answer -> "\"" + answer.name() + "\"")
                .collect(Collectors.joining(", "));
        if (!bare.isEmpty()) {
            notes.add("Variants without a payload get their name as their value: " + bare + ".");
        }
        keys.forEach((answer, key) -> {
            if (!key.equals(answer.name())) {
                notes.add("There is more than one variant \"" + answer.name()
                        + "\", each with another payload; one of them becomes \"" + key + "\".");
            }
        });
        if (plainNeeded) {
            notes.add("Where Unleash says on without a variant, the added variant \"" + plain + "\" is served.");
        }
        addPayloadNotes(notes);
    }

    private void addPayloadNotes(ConversionNotes notes) {
        ValueType type = type();
        PayloadNotes payloads = new PayloadNotes(type);
        keys.forEach((answer, key) -> {
            if (answer.payload() != null) {
                payloads.add(key, answer.payload(), value(type, answer));
            }
        });
        payloads.addTo(notes);
    }

    /** Whether the feature has no variant at all. */
    boolean isBoolean() {
        return keys.isEmpty();
    }

    /** The key of a variant of the feature or of one of its strategies. */
    String key(String name, @Nullable Payload payload) {
        String key = keys.get(new Answer(name, payload));
        if (key == null) {
            throw new IllegalArgumentException("the feature has no variant \"" + name + "\" with this payload");
        }
        return key;
    }

    /** The key of the variant that is served if the feature is on without a variant. */
    String keyWithoutVariant() {
        return plain;
    }

    /** The keys of all variants that can be served while the feature is on. */
    List<String> onKeys() {
        List<String> on = new ArrayList<>(keys.values());
        if (isBoolean() || plainNeeded) {
            on.add(plain);
        }
        return on;
    }

    /**
     * The keys that satisfy a dependency on variants with the given names. Being on without a variant satisfies it, as
     * in Unleash Edge.
     */
    List<String> keysNamed(Collection<String> names) {
        Set<String> wanted = new HashSet<>(names);
        List<String> named = new ArrayList<>();
        keys.forEach((answer, key) -> {
            if (wanted.contains(answer.name())) {
                named.add(key);
            }
        });
        if (plainNeeded) {
            named.add(plain);
        }
        return named;
    }

    /**
     * The variant that is served while the flag is off; empty if the feature has variants, because none of them means
     * off.
     */
    Optional<String> offVariant() {
        return isBoolean() ? Optional.of(OFF) : Optional.empty();
    }

    /**
     * The value type: JSON if every payload is valid JSON of that type, number likewise if no precision is
     * lost; otherwise string, which every payload of Unleash is on the wire.
     */
    ValueType type() {
        if (isBoolean()) {
            return ValueType.BOOLEAN;
        }
        if (plainNeeded) {
            return ValueType.STRING;
        }
        if (all("json", text -> readable(ValueType.JSON, text))) {
            return ValueType.JSON;
        }
        return all("number", VariantCatalog::exact) ? ValueType.NUMBER : ValueType.STRING;
    }

    private boolean all(String type, Predicate<String> right) {
        return keys.keySet().stream()
                .map(Answer::payload)
                .allMatch(payload -> payload != null && payload.type().equals(type) && right.test(payload.value()));
    }

    private static boolean readable(ValueType type, String text) {
        try {
            return Value.parse(type, text).type() == type;
        } catch (IllegalArgumentException invalid) {
            return false;
        }
    }

    private static boolean exact(String text) {
        return readable(ValueType.NUMBER, text)
                && new BigDecimal(text).compareTo(new BigDecimal(Double.toString(Double.parseDouble(text)))) == 0;
    }

    List<VariantDefinition> definitions() {
        if (isBoolean()) {
            return List.of(new VariantDefinition(ON, Value.of(true)), new VariantDefinition(OFF, Value.of(false)));
        }
        ValueType type = type();
        List<VariantDefinition> definitions = new ArrayList<>();
        keys.forEach((answer, key) -> definitions.add(new VariantDefinition(key, value(type, answer))));
        if (plainNeeded) {
            definitions.add(new VariantDefinition(plain, Value.of(plain)));
        }
        return definitions;
    }

    private static Value value(ValueType type, Answer answer) {
        Payload payload = answer.payload();
        String text = payload == null ? answer.name() : payload.value();
        return type == ValueType.STRING ? Value.of(text) : Value.parse(type, text);
    }
}
