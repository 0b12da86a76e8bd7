package dev.jackstaff.protocols.unleash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.EvaluationContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnleashContextTest {
    @Test
    void aFieldGoesBeforeAPropertyOfItsName() {
        EvaluationContext context = UnleashContext.of(
                        Map.of("userId", "field"), Map.of("userId", "property", "sessionId", "lifted"))
                .build();

        assertThat(context.text("userId")).isEqualTo("field");
        assertThat(context.text("sessionId")).isEqualTo("lifted");
    }

    @Test
    void numbersAndBooleansAreTexts() {
        EvaluationContext context = UnleashContext.of(Map.of("userId", 7), Map.of("beta", true, "age", 1.5))
                .build();

        assertThat(Arrays.asList(context.attribute("userId"), context.attribute("beta"), context.attribute("age")))
                .containsExactly("7", "true", "1.5");
    }

    @Test
    void whatIsNoScalarIsAbsent() {
        EvaluationContext context = UnleashContext.of(
                        Map.of("properties", Map.of("a", "b"), "list", List.of("x")), Map.of("nested", Map.of()))
                .build();

        assertThat(Arrays.asList(
                        context.attribute("properties"), context.attribute("list"), context.attribute("nested")))
                .containsOnlyNulls();
    }
}
