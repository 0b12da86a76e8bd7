package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.flag.FlagVariant;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.VariantValues;
import dev.jackstaff.domain.flag.entity.FlagContent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The variants of a flag after an import. What other environments serve keeps its value; an imported variant of the same
 * key and another value has that value in the imported environment only. Existing variants that nothing refers to give
 * way.
 *
 * @param variants all variants: the existing ones in their order, then the new ones
 * @param values the values that variants have in the imported environment only
 */
record VariantMerge(List<VariantInput> variants, VariantValues values) {
    VariantMerge {
        variants = List.copyOf(variants);
    }

    /** The variants of a new flag. */
    static VariantMerge ofNew(FlagContent imported) {
        return new VariantMerge(
                imported.variants().stream().map(VariantInput::of).toList(), VariantValues.NONE);
    }

    /**
     * The variants of an existing flag.
     *
     * @param required the variants that other flags require
     */
    static VariantMerge of(FlagContent imported, FlagContent existing, FlagUse elsewhere, Set<String> required) {
        Set<String> kept = new HashSet<>(elsewhere.referenced());
        kept.addAll(required);
        Map<String, FlagVariant> incoming = new LinkedHashMap<>();
        imported.variants().forEach(variant -> incoming.put(variant.key(), variant));
        List<FlagVariant> merged = new ArrayList<>();
        VariantValues values = VariantValues.NONE;
        for (FlagVariant variant : existing.variants()) {
            FlagVariant replacement = incoming.remove(variant.key());
            if (replacement == null) {
                if (kept.contains(variant.key())) {
                    merged.add(variant);
                }
            } else if (elsewhere.environmentUsing(variant.key()).isEmpty()) {
                merged.add(new FlagVariant(variant.key(), replacement.value(), variant.description()));
            } else {
                merged.add(variant);
                if (!replacement.value().equals(variant.value())) {
                    values = values.with(variant.key(), replacement.value().json());
                }
            }
        }
        merged.addAll(incoming.values());
        return new VariantMerge(merged.stream().map(VariantInput::of).toList(), values);
    }
}
