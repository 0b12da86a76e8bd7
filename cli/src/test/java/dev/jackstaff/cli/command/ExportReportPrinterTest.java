package dev.jackstaff.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExportReportPrinterTest {
    @Test
    void onlyFlagsThatDifferAreLinesWithTheirNotesBelowThem() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String report =
                """
                {"flags":[{"key":"a","fidelity":"exact","notes":["While it is off it has no variant."]},
                          {"key":"b","fidelity":"approximated","notes":["The rollout is rounded to 12 %."]},
                          {"key":"c","fidelity":"left_out","notes":["It answers with an error."]}],
                 "exact":1,"approximated":1,"leftOut":1}
                """;

        new ExportReportPrinter(Json.createReader(new StringReader(report)).readObject())
                .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "b  approximated",
                        "  - The rollout is rounded to 12 %.",
                        "c  left out",
                        "  - It answers with an error.",
                        "",
                        "Reasons, with the number of flags:",
                        "    1  The rollout is rounded to 12 %.",
                        "    1  It answers with an error.",
                        "3 flags: 1 exact, 1 approximated, 1 left out");
    }
}
