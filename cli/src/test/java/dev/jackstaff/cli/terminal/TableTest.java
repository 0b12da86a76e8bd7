package dev.jackstaff.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {
    @Test
    void aColumnIsAsWideAsItsWidestCell() {
        Table table = new Table("FLAG", "STATE", "NAME")
                .add("checkout", "on", "Checkout")
                .add("a", "off", "")
                .add("grün", "on", "Farbe");

        assertThat(table.lines())
                .containsExactly(
                        "FLAG      STATE  NAME",
                        "checkout  on     Checkout",
                        "a         off",
                        "grün      on     Farbe");
    }

    @Test
    void aCellThatIsTooLongIsCutButForTheLast() {
        String text = "x".repeat(100);

        assertThat(new Table("A", "B").add(text, text).lines().get(1)).isEqualTo("x".repeat(59) + "…  " + text);
    }

    @Test
    void nothingInACellSteersTheTerminal() {
        assertThat(new Table("NAME")
                        .add("a\u001b[31mb\r\nc\u202e\u0000")
                        .lines()
                        .get(1))
                .isEqualTo("a\\u001b[31mb\\u000d\\u000ac\\u202e\\u0000");
    }

    @Test
    void aTableWithTitlesOnlyIsEmpty() {
        assertThat(new Table("A").isEmpty()).isTrue();
        assertThat(new Table("A").add("").isEmpty()).isFalse();
    }
}
