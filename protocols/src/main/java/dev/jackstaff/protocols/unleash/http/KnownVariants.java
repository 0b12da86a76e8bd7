package dev.jackstaff.protocols.unleash.http;

import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.ServedEnvironment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The variants that there are in one revision, by flag. */
final class KnownVariants {
    private final Map<String, Set<String>> keys = new HashMap<>();

    private KnownVariants(ServedEnvironment environment) {
        for (FlagDefinition flag : environment.listed().flags()) {
            Set<String> variants = new HashSet<>();
            for (VariantDefinition variant : flag.variants()) {
                variants.add(variant.key());
            }
            keys.put(flag.key(), variants);
        }
    }

    /** Those of one flag; none of an unknown one. */
    static Set<String> of(ServedEnvironment environment, String flag) {
        return environment.view(KnownVariants.class, KnownVariants::new).keys.getOrDefault(flag, Set.of());
    }
}
