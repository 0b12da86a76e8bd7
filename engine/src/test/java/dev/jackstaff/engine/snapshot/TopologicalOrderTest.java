package dev.jackstaff.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopologicalOrderTest {
    @Test
    void eachComesAfterWhatItDependsOn() {
        TopologicalOrder<String> order = order(List.of("c", "b", "a"), Map.of("c", "b", "b", "a", "a", "elsewhere"));

        assertThat(order.sorted()).containsExactly("a", "b", "c");
        assertThat(order.cycles()).isEmpty();
    }

    @Test
    void aCircleIsNamedForAllInItAndAllBehindIt() {
        TopologicalOrder<String> order = order(
                List.of("behind", "a", "b", "self", "free"), Map.of("behind", "a", "a", "b", "b", "a", "self", "self"));

        assertThat(order.sorted()).containsExactly("free");
        assertThat(order.cycles())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "behind", "a -> b -> a", "a", "a -> b -> a", "b", "a -> b -> a", "self", "self -> self"));
    }

    @Test
    void aChainMayBeAsLongAsMemoryHolds() {
        List<Integer> things = IntStream.range(0, 100_000).boxed().toList();

        TopologicalOrder<Integer> order =
                TopologicalOrder.of(things, Object::toString, thing -> List.of(Integer.toString(thing + 1)));

        assertThat(order.sorted()).hasSize(100_000).startsWith(99_999);
    }

    private static TopologicalOrder<String> order(List<String> things, Map<String, String> dependencies) {
        return TopologicalOrder.of(things, Function.identity(), thing -> List.of(dependencies.getOrDefault(thing, "")));
    }
}
