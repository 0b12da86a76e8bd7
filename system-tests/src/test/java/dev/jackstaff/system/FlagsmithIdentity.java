package dev.jackstaff.system;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One context to ask with, as Flagsmith has it; without an identifier it is nobody's. */
record FlagsmithIdentity(String identifier, Map<String, Object> traits) {
    /** Of nobody in particular chance decides. */
    private static final Set<String> BY_CHANCE = Set.of("rollout-half", "split-three", "needs-on", "needs-variant");

    static FlagsmithIdentity of(Map<String, ?> context) {
        Map<String, Object> traits = new TreeMap<>(context);
        Object identifier = traits.remove("targetingKey");
        return new FlagsmithIdentity(identifier == null ? "" : identifier.toString(), traits);
    }

    boolean isIdentified() {
        return !identifier.isEmpty();
    }

    /** Those of some flags whose answer is the same each time. */
    Set<String> deterministic(Set<String> flags) {
        Set<String> decided = new HashSet<>(flags);
        if (!isIdentified()) {
            decided.removeAll(BY_CHANCE);
        }
        return decided;
    }

    /** What to compare with: of nobody Flagsmith tells nothing. */
    Map<String, Object> context() {
        Map<String, Object> context = new TreeMap<>();
        if (isIdentified()) {
            context.putAll(traits);
            context.put("targetingKey", identifier);
        }
        return context;
    }
}
