package dev.jackstaff.domain.change;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The steps that make one list of keys of another, with as few moves as there can be.
 *
 * @param removed the keys to remove first
 * @param placed then the keys to add or to move, in this order
 */
record ListDifference(List<String> removed, List<Placing> placed) {
    /**
     * A key and its new place.
     *
     * @param before the key that it comes before; null for the end
     */
    record Placing(String key, @Nullable String before, boolean added) {}

    /** The steps from one list to another; no key is twice in either. */
    static ListDifference between(List<String> from, List<String> to) {
        Set<String> wanted = new HashSet<>(to);
        Set<String> present = new HashSet<>(from);
        List<String> removed =
                from.stream().filter(key -> !wanted.contains(key)).toList();
        Set<String> unmoved =
                longestInOrder(from.stream().filter(wanted::contains).toList(), to);
        List<Placing> placed = new ArrayList<>();
        String following = null;
        for (int i = to.size() - 1; i >= 0; i--) {
            String key = to.get(i);
            if (!unmoved.contains(key)) {
                placed.add(new Placing(key, following, !present.contains(key)));
            }
            following = key;
        }
        return new ListDifference(removed, List.copyOf(placed));
    }

    /** The most keys of a list that are in the order that another has them in. */
    private static Set<String> longestInOrder(List<String> keys, List<String> order) {
        int[] places = keys.stream().mapToInt(order::indexOf).toArray();
        int[] lengths = new int[places.length];
        int[] previous = new int[places.length];
        Arrays.fill(previous, -1);
        int last = -1;
        for (int i = 0; i < places.length; i++) {
            for (int j = 0; j < i; j++) {
                if (places[j] < places[i] && lengths[j] + 1 > lengths[i]) {
                    lengths[i] = lengths[j] + 1;
                    previous[i] = j;
                }
            }
            last = last < 0 || lengths[i] > lengths[last] ? i : last;
        }
        Set<String> longest = new HashSet<>();
        for (int i = last; i >= 0; i = previous[i]) {
            longest.add(keys.get(i));
        }
        return longest;
    }
}
