package dev.jackstaff.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.google.re2j.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PatternSizeTest {
    static Stream<Arguments> expressions() {
        return Stream.of(
                argumentSet("nothing", "", 0L),
                argumentSet("characters", "abc", 3L),
                argumentSet("a repetition", "ab{7}", 8L),
                argumentSet("a repetition with two counts", "a{2,9}", 9L),
                argumentSet("an open repetition", "a{5,}", 5L),
                argumentSet("repetitions within each other", "((a{10}){10}){10}", 1_000L),
                argumentSet("a class", "[a-z{}()]{8}", 8L),
                argumentSet("a class that begins with its end", "[]a]{4}", 4L),
                argumentSet("a class within a class", "[[:alpha:]_]{3}", 3L),
                argumentSet("an escaped bracket", "\\[a{3}", 4L),
                argumentSet("a named class", "\\p{Greek}{6}", 6L),
                argumentSet("braces that repeat nothing", "{x}", 3L));
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void itIsWhatRepetitionsAmountTo(String expression, long size) {
        assertThat(PatternSize.of(expression)).isEqualTo(size);
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void itIsNotFarBelowWhatTheLibraryCompiles(String expression, long size) {
        assertThat(Pattern.compile(expression).programSize()).isLessThanOrEqualTo((int) (2 * size + 20));
    }

    @Test
    void whatWouldTakeAllMemoryIsFoundWithoutCompilingIt() {
        assertThat(PatternSize.of("((a{1000}){1000}){1000}")).isEqualTo(1_000_000_000L);
        assertThat(PatternSize.of("(".repeat(40) + "a" + "{1000})".repeat(40))).isGreaterThan(PatternSize.MAX_SIZE);
    }
}
