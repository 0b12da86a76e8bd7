package dev.jackstaff.domain.flag.control;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What is reached in a graph. */
public final class Reachability {
    private Reachability() {}

    /**
     * The depth of everything that is reached from some starts, nearest first: 0 for a start itself, 1 for what follows it,
     * and so on. Each is visited once, so a circle ends.
     */
    public static Map<String, Integer> depths(
            Collection<String> starts, Function<String, ? extends Collection<String>> next) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (String start : starts) {
            if (depths.putIfAbsent(start, 0) == null) {
                open.add(start);
            }
        }
        while (!open.isEmpty()) {
            String node = open.remove();
            int depth = 1 + depths.getOrDefault(node, 0);
            for (String following : next.apply(node).stream().sorted().toList()) {
                if (depths.putIfAbsent(following, depth) == null) {
                    open.add(following);
                }
            }
        }
        return depths;
    }
}
