package dev.jackstaff.bench;

import dev.jackstaff.bench.Workload.PlannedFlag;
import java.util.List;

/** An engine with some flags, and with every subject of the workload as a context in its own type, made beforehand. */
interface Contender {
    /** Whether a flag is on for a subject. */
    boolean enabled(String key, int subject);

    /** The answers of all flags for a subject, in the engine's own type. */
    Object all(int subject);

    /** The contender of a name, given some flags. */
    static Contender named(String name, List<PlannedFlag> flags) {
        return switch (name) {
            case "jackstaff" -> JackstaffEngine.of(flags);
            case "unleash" -> UnleashClient.of(flags);
            case "flagsmith" -> FlagsmithLocal.of(flags);
            case "flagd" -> FlagdInProcess.of(flags);
            default -> throw new IllegalArgumentException("no such contender: " + name);
        };
    }
}
