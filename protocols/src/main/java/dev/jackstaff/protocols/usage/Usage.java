package dev.jackstaff.protocols.usage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/**
 * How often flags were evaluated, since the start of this process. Counting is safe from any thread and never waits. There is a
 * bound on how many different things are counted, for clients name them; beyond it, counts are dropped, and that is counted.
 */
@ApplicationScoped
public class Usage {
    private static final int MOST = 100_000;

    private final Map<Counted, LongAdder> counts = new ConcurrentHashMap<>();
    private final LongAdder dropped = new LongAdder();

    /**
     * What is counted.
     *
     * @param environment {@code project/environment}
     * @param application empty where the client does not say
     * @param enabled whether the flag was on
     * @param variant empty where there was none, or the client does not say
     */
    public record Counted(String environment, String application, String flag, boolean enabled, String variant) {}

    /** Adds to a count; nothing is added by a number below one. */
    public void add(Counted counted, long times) {
        LongAdder count = counts.get(counted);
        if (count == null && counts.size() < MOST) {
            count = counts.computeIfAbsent(counted, absent -> new LongAdder());
        }
        (count == null ? dropped : count).add(Math.max(0, times));
    }

    /** All counts now. */
    public Map<Counted, Long> counts() {
        return counts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().sum()));
    }

    /** How many evaluations could not be counted. */
    public long dropped() {
        return dropped.sum();
    }
}
