package dev.jackstaff.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextSetTest {
    private static final String HIGH = "\ud83d";
    private static final String LOW = "\ude00";

    static Stream<Arguments> likenesses() {
        return Stream.of(
                argumentSet("nothing", ""),
                argumentSet("the end of texts", "\0"),
                argumentSet("another case", "SE"),
                argumentSet("a part", "s"),
                argumentSet("more", "se "),
                argumentSet("a character of the same lower byte", "\u0173e"),
                argumentSet("the same hash", "tF"),
                argumentSet("Latin-1 for Latin-1", "\u00e5"),
                argumentSet("the same, decomposed", "a\u030a"),
                argumentSet("a high surrogate alone", HIGH),
                argumentSet("a low surrogate alone", LOW),
                argumentSet("surrogates the wrong way", LOW + HIGH),
                argumentSet("a pair", HIGH + LOW),
                argumentSet("what encoders put for surrogates", "?"));
    }

    @ParameterizedTest
    @MethodSource("likenesses")
    void aTextIsInItOnlyAsItself(String text) {
        List<String> others = likenesses()
                .map(likeness -> (String) likeness.get()[0])
                .filter(other -> !other.equals(text))
                .toList();

        Set<String> with = TextSet.of(amongMany(List.of("se", text)));
        Set<String> without = TextSet.of(amongMany(others));

        assertThat(with).isInstanceOf(TextSet.class).endsWith("se", text);
        assertThat(with.contains(text)).isTrue();
        assertThat(without).isInstanceOf(TextSet.class).containsExactlyElementsOf(amongMany(others));
        assertThat(without.contains(text)).isFalse();
    }

    @Test
    void nothingIsInAnEmptySet() {
        Set<String> none = TextSet.of(List.of());

        assertThat(none.contains("")).isFalse();
        assertThat(none).isEmpty();
    }

    @Test
    void neitherNullNorOtherThingsAreInIt() {
        Set<String> texts = TextSet.of(amongMany(List.of("null", "1")));

        assertThat(texts.contains(null)).isFalse();
        assertThat(texts.contains((Object) 1)).isFalse();
    }

    @Test
    void aTextThatIsGivenTwiceIsInItOnce() {
        List<String> texts = amongMany(List.of("b", "a", "b", "\u0142", "\u0142"));

        Set<String> set = TextSet.of(texts);

        assertThat(set).isInstanceOf(TextSet.class).hasSize(texts.size() - 2).endsWith("b", "a", "\u0142");
        assertThat(set).isEqualTo(new HashSet<>(texts));
    }

    @Test
    void fewTextsKeepTheirOrderToo() {
        assertThat(TextSet.of(List.of("SE", "NO", "DK", "NO"))).containsExactly("SE", "NO", "DK");
    }

    @Test
    void randomTextsAreInItWhereTheyAreInAHashSet() {
        Random random = new Random(4711);
        for (int round = 0; round < 200; round++) {
            List<String> texts = texts(random, random.nextInt(1_000));
            Set<String> expected = new HashSet<>(texts);

            Set<String> actual = TextSet.of(texts);

            assertThat(actual).isEqualTo(expected).hasSameHashCodeAs(expected);
            for (String candidate : texts(random, 400)) {
                assertThat(actual.contains(candidate)).isEqualTo(expected.contains(candidate));
            }
        }
    }

    @Test
    void idsThatCountUpAreAllFound() {
        List<String> ids =
                IntStream.range(0, 200_000).mapToObj(i -> "user-" + i).toList();

        Set<String> set = TextSet.of(ids);

        assertThat(set).isInstanceOf(TextSet.class).hasSize(ids.size());
        assertThat(ids).allMatch(set::contains);
        assertThat(IntStream.range(200_000, 400_000).mapToObj(i -> "user-" + i)).noneMatch(set::contains);
    }

    @Test
    void textsMadeToCollideAreFoundAllTheSame() {
        List<String> colliding = colliding(14);

        Set<String> set = TextSet.of(colliding);

        assertThat(colliding.stream().mapToInt(String::hashCode).distinct()).hasSize(1);
        assertThat(set).hasSize(colliding.size());
        assertThat(colliding).allMatch(set::contains);
        assertThat(set.contains("x" + colliding.get(0))).isFalse();
    }

    private static List<String> amongMany(List<String> texts) {
        return Stream.concat(IntStream.range(0, 200).mapToObj(i -> "filler " + i), texts.stream())
                .toList();
    }

    /** As many texts of one hash as two to the power of a number. */
    private static List<String> colliding(int power) {
        List<String> texts = List.of("");
        for (int i = 0; i < power; i++) {
            texts = texts.stream()
                    .flatMap(text -> Stream.of(text + "Aa", text + "BB"))
                    .toList();
        }
        return texts;
    }

    /** Short texts of few characters, so that they often meet: ASCII, Latin-1, beyond, and surrogates in any order. */
    private static List<String> texts(Random random, int count) {
        String alphabet = "ab\u00e5\u00ff\u0100\u0161\u6f22" + HIGH + LOW;
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(5); length > 0; length--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
