package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.entity.FlagContent;
import dev.jackstaff.engine.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variants of a flag after an import. What other environments serve keeps its key and value; an imported variant of
 * the same key and another value becomes {@code key-2}. Existing variants that nothing refers to give way.
 *
 * @param keys the key of each imported variant in the flag
 * @param variants all variants: the existing ones in their order, then the new ones
 * @param notes what differs from the import
 */
record VariantMerge(Map<String, String> keys, List<VariantInput> variants, List<String> notes) {
    VariantMerge {
        keys = Map.copyOf(keys);
        variants = List.copyOf(variants);
        notes = List.copyOf(notes);
    }

    /** The variants of a new flag. */
    static VariantMerge ofNew(FlagContent imported) {
        Map<String, String> keys = new LinkedHashMap<>();
        imported.variants().forEach(variant -> keys.put(variant.key(), variant.key()));
        return new VariantMerge(keys, inputs(imported.variants()), List.of());
    }

    /**
     * The variants of an existing flag.
     *
     * @param required the variants that other flags require
     */
    static VariantMerge of(FlagContent imported, FlagContent existing, FlagUse elsewhere, Set<String> required) {
        Map<String, String> keys = KeyAssignment.of(values(imported), values(existing), key -> elsewhere
                .environmentUsing(key)
                .isPresent());
        Set<String> kept = new HashSet<>(elsewhere.referenced());
        kept.addAll(required);
        return new VariantMerge(keys, merged(imported, existing, keys, kept), notes(keys, elsewhere));
    }

    private static Map<String, Value> values(FlagContent content) {
        Map<String, Value> values = new LinkedHashMap<>();
        content.variants().forEach(variant -> values.put(variant.key(), variant.value()));
        return values;
    }

    private static List<VariantInput> merged(
            FlagContent imported, FlagContent existing, Map<String, String> keys, Set<String> kept) {
        Map<String, FlagVariant> incoming = new LinkedHashMap<>();
        imported.variants().forEach(variant -> incoming.put(keys.getOrDefault(variant.key(), variant.key()), variant));
        List<FlagVariant> merged = new ArrayList<>();
        for (FlagVariant variant : existing.variants()) {
            FlagVariant replacement = incoming.remove(variant.key());
            if (replacement != null) {
                merged.add(new FlagVariant(variant.key(), replacement.value(), variant.description()));
            } else if (kept.contains(variant.key())) {
                merged.add(variant);
            }
        }
        incoming.forEach((key, variant) -> merged.add(new FlagVariant(key, variant.value(), variant.description())));
        return inputs(merged);
    }

    private static List<VariantInput> inputs(Collection<FlagVariant> variants) {
        return variants.stream()
                .map(variant -> new VariantInput(variant.key(), variant.value().json(), variant.description()))
                .toList();
    }

    private static List<String> notes(Map<String, String> keys, FlagUse elsewhere) {
        List<String> notes = new ArrayList<>();
        keys.forEach((key, stored) -> {
            if (!stored.equals(key)) {
                notes.add(note(key, stored, elsewhere));
            }
        });
        return notes;
    }

    private static String note(String key, String stored, FlagUse elsewhere) {
        String reason = elsewhere
                .environmentUsing(key)
                .map(environment ->
                        "Environment \"" + environment + "\" serves another value as variant \"" + key + "\"")
                .orElse("The flag has another variant \"" + key + "\"");
        return reason + "; the imported one becomes \"" + stored + "\".";
    }

    /** The keys in the flag of imported keys. */
    List<String> stored(List<String> imported) {
        return imported.stream().map(key -> keys.getOrDefault(key, key)).toList();
    }
}
