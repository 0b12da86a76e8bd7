package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.environment.ServedEnvironment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The variants of one revision, by flag. */
final class VariantKeys {
    private final Map<String, Set<String>> keys = new HashMap<>();

    private VariantKeys(ServedEnvironment environment) {
        for (FlagDefinition flag : environment.snapshotForListing().flags()) {
            Set<String> variants = new HashSet<>();
            for (VariantDefinition variant : flag.variants()) {
                variants.add(variant.key());
            }
            keys.put(flag.key(), variants);
        }
    }

    /** The variants of one flag; none for an unknown one. */
    static Set<String> of(ServedEnvironment environment, String flag) {
        return environment.view(VariantKeys.class, VariantKeys::new).keys.getOrDefault(flag, Set.of());
    }
}
