package dev.jackstaff.engine.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Attribute;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.condition.TextComparison.Position;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextComparisonTest {
    @ParameterizedTest
    @CsvSource({
        "ΑΣΑ, ΑΣ, ANYWHERE, true",
        "ΑΣΑ, ας, ANYWHERE, true",
        "ΑΣΑ, ασ, START, true",
        "ΟΔΟΣ, οδος, END, true",
        "οδοσ, ΟΔΟΣ, END, true",
        "ς, Σ, END, true",
        "İSTANBUL, istanbul, ANYWHERE, false",
        "İstanbul, İ, START, true",
        "Straße, STRASSE, ANYWHERE, false",
        "ÉTÉ, été, ANYWHERE, true",
        "ı, I, ANYWHERE, false",
        "ΑΒ, ΑΣ, ANYWHERE, false"
    })
    void ignoresCaseLetterByLetter(String text, String part, Position position, boolean expected) {
        assertThat(holds(text, part, position, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Position.class)
    void ignoringCaseFindsAllThatRegardingCaseFinds(Position position) {
        for (int letter = 0; letter < 0x1f000; letter++) {
            if (Character.isLetter(letter)) {
                checkFound("a" + Character.toString(letter), "\u0391", position);
                checkFound(Character.toString(letter), ".", position);
                checkFound(Character.toString(letter).toUpperCase(Locale.ROOT), "b", position);
            }
        }
    }

    private static void checkFound(String part, String other, Position position) {
        String text =
                switch (position) {
                    case ANYWHERE -> other + part + other;
                    case START -> part + other;
                    case END -> other + part;
                };

        assertThat(holds(text, part, position, false)).isTrue();
        assertThat(holds(text, part, position, true)).as("%s in %s", part, text).isTrue();
    }

    @Test
    void regardingCaseASigmaIsItself() {
        assertThat(holds("ας", "ασ", Position.START, false)).isFalse();
    }

    private static boolean holds(String text, String part, Position position, boolean caseInsensitive) {
        return new TextComparison(Attribute.named("a"), position, List.of(part), caseInsensitive)
                .holdsFor(EvaluationContext.builder().attribute("a", text).build());
    }
}
