package dev.jackstaff.domain.imports.control;

import dev.jackstaff.domain.flag.entity.Flag;
import dev.jackstaff.domain.flag.entity.FlagSettings;
import dev.jackstaff.domain.flag.entity.FlagState;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.snapshot.DefinitionReferences;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;

/**
 * The use of a flag in the environments that an import does not change.
 *
 * @param variants the variants that each environment's settings refer to with the value that all share, if anybody has
 *     set it up; a new flag is off there, and its variants may still change
 * @param referenced the variants that any settings refer to, also those of a new flag
 */
record FlagUse(Map<EnvironmentKey, Set<String>> variants, Set<String> referenced) {
    static final FlagUse NONE = new FlagUse(Map.of(), Set.of());

    FlagUse {
        variants = Collections.unmodifiableMap(new LinkedHashMap<>(variants));
        referenced = Set.copyOf(referenced);
    }

    static FlagUse of(Flag flag, Map<EnvironmentKey, FlagState> states) {
        Map<EnvironmentKey, Set<String>> variants = new LinkedHashMap<>();
        Set<String> referenced = new HashSet<>();
        FlagSettings initial = FlagSettings.initial(flag);
        states.forEach((environment, state) -> {
            Set<String> own = state.settings().values().json().keySet();
            Set<String> served = variantsOf(state.settings());
            referenced.addAll(served);
            referenced.addAll(own);
            served.removeAll(own);
            if (!state.settings().equals(initial)) {
                variants.put(environment, served);
            }
        });
        return new FlagUse(variants, referenced);
    }

    private static Set<String> variantsOf(FlagSettings settings) {
        Set<String> variants = new HashSet<>(DefinitionReferences.variantsOf(settings.fallthrough()));
        Optional.ofNullable(settings.offVariant()).ifPresent(variants::add);
        settings.rules().forEach(rule -> variants.addAll(DefinitionReferences.variantsOf(rule.outcome())));
        return variants;
    }

    /** An environment in which somebody has set the flag up. */
    Optional<EnvironmentKey> environment() {
        return variants.keySet().stream().findFirst();
    }

    /** An environment whose settings refer to a variant with the value that all share. */
    Optional<EnvironmentKey> environmentUsing(String variant) {
        return variants.entrySet().stream()
                .filter(use -> use.getValue().contains(variant))
                .map(Entry::getKey)
                .findFirst();
    }
}
