package dev.jackstaff.admin.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ContextTextTest {
    @Test
    void linesBecomeJsonAndComeBack() {
        List<ContextRow> rows = List.of(
                new ContextRow("targetingKey", "ada \"the first\"", false),
                new ContextRow("age", "36", true),
                new ContextRow("plans", "[\"a\",\"b\"]", true));

        String json = ContextText.of(rows);

        assertThat(json).isEqualTo("{\"targetingKey\":\"ada \\\"the first\\\"\",\"age\":36,\"plans\":[\"a\",\"b\"]}");
        assertThat(ContextText.rows(json)).isEqualTo(rows);
        assertThat(ContextText.read(json).attribute("age")).isEqualTo(36L);
    }

    @Test
    void whatIsNoJsonIsText() {
        assertThat(ContextText.of(List.of(new ContextRow("age", "old", true)))).isEqualTo("{\"age\":\"old\"}");
    }

    @Test
    void linesWithoutNameOrValueAreLeftOut() {
        List<ContextRow> rows = List.of(new ContextRow(" ", "x", false), new ContextRow("country", "", false));

        assertThat(ContextText.of(rows)).isEmpty();
    }

    @Test
    void malformedContextsAreRefused() {
        for (String text : List.of("{", "[]", "\"ada\"", "{\"a\":1,\"a\":2}", "{\"targetingKey\":1}", "{} {}")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> ContextText.read(text));
        }
    }

    @Test
    void longContextsAreRefused() {
        String text = "{\"a\":\"" + "x".repeat(ContextText.MAX_LENGTH) + "\"}";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ContextText.read(text))
                .withMessageContaining(String.valueOf(ContextText.MAX_LENGTH));
    }
}
