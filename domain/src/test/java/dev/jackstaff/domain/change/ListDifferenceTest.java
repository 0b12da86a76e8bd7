package dev.jackstaff.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.change.ListDifference.Placing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ListDifferenceTest {
    @Test
    void anyListIsMadeOfAnyOther() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            List<String> from = list(random);
            List<String> to = list(random);

            assertThat(carriedOut(from, ListDifference.between(from, to)))
                    .describedAs(from + " to " + to)
                    .isEqualTo(to);
        }
    }

    @Test
    void oneKeyThatIsMovedIsOneStep() {
        List<String> from = List.of("a", "b", "c", "d", "e");

        assertThat(ListDifference.between(from, List.of("e", "a", "b", "c", "d"))
                        .placed())
                .containsExactly(new Placing("e", "a", false));
        assertThat(ListDifference.between(from, List.of("b", "c", "d", "e", "a"))
                        .placed())
                .containsExactly(new Placing("a", null, false));
        assertThat(ListDifference.between(from, from).placed()).isEmpty();
    }

    private static List<String> list(Random random) {
        List<String> keys = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f", "g"));
        Collections.shuffle(keys, random);
        return List.copyOf(keys.subList(0, random.nextInt(keys.size() + 1)));
    }

    private static List<String> carriedOut(List<String> from, ListDifference difference) {
        List<String> list = new ArrayList<>(from);
        list.removeAll(difference.removed());
        for (Placing placing : difference.placed()) {
            assertThat(list.remove(placing.key())).isEqualTo(!placing.added());
            list.add(placing.before() == null ? list.size() : list.indexOf(placing.before()), placing.key());
        }
        return list;
    }
}
