package dev.jackstaff.engine.snapshot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A topological order of things by their dependencies (Kahn's algorithm), with the cycles that were found. Dependencies
 * on unknown things are ignored.
 *
 * @param sorted the things that are neither in a cycle nor depend on one, in order
 * @param cycles the other things, each with a cycle that it is in or depends on, as {@code a -> b -> a}
 */
record TopologicalOrder<T>(List<T> sorted, Map<T, String> cycles) {

    static <T> TopologicalOrder<T> of(
            Collection<T> things, Function<T, String> key, Function<T, ? extends Collection<String>> dependencies) {
        Map<String, Node<T>> nodes = new LinkedHashMap<>();
        for (T thing : things) {
            nodes.put(key.apply(thing), new Node<>(thing, key.apply(thing)));
        }
        for (Node<T> node : nodes.values()) {
            for (String needed : new HashSet<>(dependencies.apply(node.thing))) {
                Node<T> other = nodes.get(needed);
                if (other != null) {
                    other.dependents.add(node);
                    node.dependencies.add(other);
                }
            }
        }
        return new TopologicalOrder<>(sorted(nodes.values()), findCycles(nodes.values()));
    }

    private static <T> List<T> sorted(Collection<Node<T>> nodes) {
        List<T> sorted = new ArrayList<>();
        Deque<Node<T>> free = new ArrayDeque<>();
        nodes.stream().filter(node -> node.dependencies.isEmpty()).forEach(free::add);
        while (!free.isEmpty()) {
            Node<T> node = free.remove();
            sorted.add(node.thing);
            for (Node<T> dependent : node.dependents) {
                dependent.dependencies.remove(node);
                if (dependent.dependencies.isEmpty()) {
                    free.add(dependent);
                }
            }
        }
        return sorted;
    }

    /**
     * The cycle for each remaining node. Every remaining node depends on another one, so following dependencies leads
     * into a cycle.
     */
    private static <T> Map<T, String> findCycles(Collection<Node<T>> nodes) {
        Map<T, String> cycles = new LinkedHashMap<>();
        for (Node<T> start : nodes) {
            Set<Node<T>> path = new LinkedHashSet<>();
            Node<T> node = start;
            while (!node.dependencies.isEmpty() && !cycles.containsKey(node.thing) && path.add(node)) {
                node = node.dependencies.iterator().next();
            }
            if (!path.isEmpty()) {
                String cycle = cycles.containsKey(node.thing) ? cycles.get(node.thing) : describeCycle(path, node);
                path.forEach(passed -> cycles.put(passed.thing, cycle));
            }
        }
        return cycles;
    }

    private static <T> String describeCycle(Set<Node<T>> path, Node<T> closing) {
        StringBuilder cycle = new StringBuilder();
        for (Node<T> node : path) {
            if (node.equals(closing) || !cycle.isEmpty()) {
                cycle.append(node.key).append(" -> ");
            }
        }
        return cycle.append(closing.key).toString();
    }

    /** A thing with its dependencies and dependents. */
    private static final class Node<T> {
        private final T thing;
        private final String key;
        private final List<Node<T>> dependents = new ArrayList<>();
        private final Set<Node<T>> dependencies = new LinkedHashSet<>();

        Node(T thing, String key) {
            this.thing = thing;
            this.key = key;
        }
    }
}
