package dev.jackstaff.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSearchTest {
    /** A few letters, so that texts have much in common; two of them have one hash: {@code Aa} and {@code BB}. */
    private static final String LETTERS = "AaBå\ud83d\ude00\0";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 40, 99, 100, 300})
    void howeverManyTextsThereAreTheSameIsFound(int count) {
        Random random = new Random(count);
        int found = 0;
        for (int round = 0; round < 2_000; round++) {
            List<String> texts = texts(random, count);
            TextSearch search = TextSearch.of(texts);
            String whole = text(random, 12);

            assertThat(search.matchesAnywhere(whole)).isEqualTo(texts.stream().anyMatch(whole::contains));
            assertThat(search.matchesStart(whole)).isEqualTo(texts.stream().anyMatch(whole::startsWith));
            assertThat(search.matchesEnd(whole)).isEqualTo(texts.stream().anyMatch(whole::endsWith));
            found += search.matchesAnywhere(whole) ? 1 : 0;
        }
        assertThat(found).isBetween(1, 1_999);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200})
    void anEmptyTextIsInEveryText(int count) {
        List<String> texts = new ArrayList<>(List.of(""));
        IntStream.range(1, count).forEach(i -> texts.add("text " + i));
        TextSearch search = TextSearch.of(texts);

        for (String whole : List.of("", "x")) {
            assertThat(search.matchesAnywhere(whole)).isTrue();
            assertThat(search.matchesStart(whole)).isTrue();
            assertThat(search.matchesEnd(whole)).isTrue();
        }
    }

    /** Mostly long ones, so that they are not always found. */
    private static List<String> texts(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> text(random, 3) + text(random, 3) + text(random, 3))
                .filter(text -> text.length() > 3 || count < 3)
                .toList();
    }

    private static String text(Random random, int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
