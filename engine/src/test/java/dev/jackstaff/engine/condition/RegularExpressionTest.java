package dev.jackstaff.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegularExpressionTest {
    private static final List<String> PIECES = List.of(
            "a",
            "-",
            "[",
            "]",
            "^",
            "\\Q",
            "\\E",
            "[:alpha:]",
            "[:",
            ":]",
            "\\d",
            "\\pL",
            "\\p{L}",
            "\\-",
            "\\]",
            "\\[",
            "\\\\",
            "\u1c80",
            "\u1c88",
            "\\x{1c85}",
            "\u20ac",
            "\u0400",
            "(?i)",
            "(?i:",
            ")",
            "|",
            "{",
            "}",
            "\\x41",
            "\\101");

    /** A hyphen makes a range only inside of brackets, and only between two characters. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "tokyo-東京, Tokyo-東京",
                "price-€, PRICE-€",
                "a-日, A-日",
                "[x]-€, X-€",
                "[[:alpha:]]-€, A-€",
                "[]x]-€, X-€",
                "[^]x]-€, a-€",
                "[\\]x]-€, X-€",
                "\\[x-€, [X-€",
                "\\Qx-€[\\E-€, X-€[-€",
                "[a\\-€], €",
                "[\\d-€], €",
                "[\\pL-€], €",
                "[\\p{L}-€], €",
                "[[:digit:]-€], €",
                "[a-z-€], €",
                "[-€], €",
                "[€-], -",
                "(?:x)-€, X-€",
                "x{1}-€, X-€"
            })
    void aHyphenThatMakesNoRangeIsAHyphen(String expression, String text) {
        assertThat(RegularExpression.compile(expression, true).matchesIn(text)).isTrue();
        assertThat(RegularExpression.compile("(?i)" + expression, false).matchesIn(text))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a-\u20ac]",
                "[]-\u20ac]",
                "[^]-\u20ac]",
                "[x[:digit:]a-\u20ac]",
                "[\\]-\u20ac]",
                "[\\Q-\u20ac]",
                "[a-z--\u20ac]",
                "\\Q[\\E[a-\u20ac]",
                "\\Q\u1c80\\E",
                "[\\--\u20ac]",
                "\\\\[a-\u20ac]"
            })
    void aRangeOverUnfoldableLettersIsRefused(String expression) {
        assertThatIllegalArgumentException().isThrownBy(() -> RegularExpression.compile(expression, true));
    }

    /** RE2/J would loop forever on the letters that are to be refused. */
    @Test
    void anyExpressionIsCompiledOrRefusedSoon() {
        Random random = new Random(7);
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            for (int i = 0; i < 100_000; i++) {
                StringBuilder expression = new StringBuilder();
                for (int pieces = 1 + random.nextInt(9); pieces > 0; pieces--) {
                    expression.append(PIECES.get(random.nextInt(PIECES.size())));
                }
                compileOrRefuse(expression.toString());
            }
        });
    }

    private static void compileOrRefuse(String expression) {
        try {
            assertThat(RegularExpression.compile(expression, true).cost()).isPositive();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining("regular expression");
        }
    }
}
