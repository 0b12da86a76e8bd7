package dev.jackstaff.admin.sentence;

import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.engine.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The colours of a flag's variants, the same on every page: grey for what is off, else in their order. */
public final class VariantColours {
    private static final int COLOURS = 6;

    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    public VariantColours(List<FlagVariant> variants) {
        int next = 1;
        for (FlagVariant variant : variants) {
            boolean off = variant.value().equals(Value.of(false));
            numbers.put(variant.key(), off ? 0 : 1 + (next++ - 1) % COLOURS);
        }
    }

    /** The number of a variant's colour, 0 for grey. */
    public int number(String variant) {
        return numbers.getOrDefault(variant, 0);
    }

    /** The class of a variant's dot. */
    public String dot(String variant) {
        return "dot-" + number(variant);
    }
}
