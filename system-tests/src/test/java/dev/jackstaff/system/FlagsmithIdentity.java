package dev.jackstaff.system;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One context to ask with, as Flagsmith has it; without an identifier it is nobody's. */
record FlagsmithIdentity(String identifier, Map<String, Object> traits) {
    /** Flags with percentages, which Flagsmith's clients hash in Flagsmith's way. */
    static final Set<String> PERCENTAGES =
            Set.of("rollout-half", "rollout-by-session", "rollout-in-a-group", "split-three", "split-by-company");
    /** Flags that depend on such flags, which SDKs that evaluate locally do not know. */
    private static final Set<String> DEPENDENT = Set.of("needs-on", "needs-variant");

    private static final int SUBJECTS = 250;

    static FlagsmithIdentity of(Map<String, ?> context) {
        Map<String, Object> traits = new TreeMap<>(context);
        Object identifier = traits.remove("targetingKey");
        return new FlagsmithIdentity(identifier == null ? "" : identifier.toString(), traits);
    }

    boolean isIdentified() {
        return !identifier.isEmpty();
    }

    /** Those of some flags whose answer is the same over every protocol. */
    static Set<String> withoutPercentages(Set<String> flags) {
        Set<String> same = new HashSet<>(flags);
        same.removeAll(PERCENTAGES);
        same.removeAll(DEPENDENT);
        return same;
    }

    /** Many subjects for percentages to choose from, all with what the flags go by. */
    static List<FlagsmithIdentity> subjects() {
        return IntStream.range(0, SUBJECTS)
                .mapToObj(i -> new FlagsmithIdentity(
                        "subject-" + i,
                        Map.of("country", "SE", "sessionId", "session-" + i, "company", "company-" + i)))
                .toList();
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
