package dev.jackstaff.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ImportReportPrinterTest {
    @Test
    void everyFlagIsALineWithItsNotesBelowIt() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String report =
                """
                {"flags":[{"key":"a","outcome":"taken","notes":[]},
                          {"key":"a-longer-key","outcome":"lost","notes":["strategy \\"x\\" is unknown"]}],
                 "segments":[{"key":"beta","outcome":"taken","notes":[]}],
                 "taken":1,"changed":0,"lost":1}
                """;

        new ImportReportPrinter(Json.createReader(new StringReader(report)).readObject())
                .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "a             taken",
                        "a-longer-key  lost",
                        "              - strategy \"x\" is unknown",
                        "",
                        "Segments:",
                        "beta          taken",
                        "",
                        "2 flags: 1 taken, 0 changed, 1 lost");
    }
}
