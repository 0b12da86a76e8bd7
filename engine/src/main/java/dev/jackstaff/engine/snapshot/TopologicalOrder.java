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
 * Things in an order in which each comes after everything it depends on (Kahn's algorithm): no recursion, however long a
 * chain is. A dependency on something that is not among them does not count.
 *
 * @param sorted all that neither are in a circle nor depend on one
 * @param cycles the others, each with a circle that it is in or depends on, as {@code a -> b -> a}
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
        return new TopologicalOrder<>(sorted(nodes.values()), circles(nodes.values()));
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

    /** Whatever still waits waits for something that does too: following them leads into a circle. */
    private static <T> Map<T, String> circles(Collection<Node<T>> nodes) {
        Map<T, String> circles = new LinkedHashMap<>();
        for (Node<T> start : nodes) {
            Set<Node<T>> path = new LinkedHashSet<>();
            Node<T> node = start;
            while (!node.dependencies.isEmpty() && !circles.containsKey(node.thing) && path.add(node)) {
                node = node.dependencies.iterator().next();
            }
            if (!path.isEmpty()) {
                String circle = circles.containsKey(node.thing) ? circles.get(node.thing) : circle(path, node);
                path.forEach(passed -> circles.put(passed.thing, circle));
            }
        }
        return circles;
    }

    private static <T> String circle(Set<Node<T>> path, Node<T> closing) {
        StringBuilder circle = new StringBuilder();
        for (Node<T> node : path) {
            if (node.equals(closing) || !circle.isEmpty()) {
                circle.append(node.key).append(" -> ");
            }
        }
        return circle.append(closing.key).toString();
    }

    /** A thing, and what is known of its place. */
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
