package dev.jackstaff.bench;

import dev.jackstaff.bench.Workload.FlagSpec;
import java.util.List;

/** An engine to be compared, with its flags and with a context for each subject, built beforehand. */
interface FlagEngine {
    /** Whether a flag is on for a subject. */
    boolean isEnabled(String key, int subject);

    /** The answers of all flags for a subject, in the engine's own type. */
    Object evaluateAll(int subject);

    /** The engine with the given name, loaded with the given flags. */
    static FlagEngine create(String name, List<FlagSpec> flags) {
        return switch (name) {
            case "jackstaff" -> JackstaffEngine.of(flags);
            case "unleash" -> UnleashEngine.of(flags);
            case "flagsmith" -> FlagsmithEngine.of(flags);
            case "flagd" -> FlagdEngine.of(flags);
            default -> throw new IllegalArgumentException("unknown engine: " + name);
        };
    }
}
