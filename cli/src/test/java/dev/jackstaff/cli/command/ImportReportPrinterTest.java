package dev.jackstaff.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportReportPrinterTest {
    private static final String REPORT =
            """
            {"flags":[{"key":"a","outcome":"taken","notes":[]},
                      {"key":"a-longer-key","outcome":"lost","notes":["strategy \\"x\\" is unknown"]},
                      {"key":"b","outcome":"changed","notes":["Payloads become texts: \\"p\\" (json), \\"q\\" (number).",
                                                             "strategy \\"y\\" is unknown"]}],
             "segments":[{"key":"beta","outcome":"taken","notes":[]}],
             "notes":["The features come from 2 projects."],
             "absent":["gone"],
             "taken":1,"changed":1,"lost":1,"dryRun":%s}
            """;

    @Test
    void whatWasChangedOrLostIsListedAndTheReasonsAreCounted() {
        assertThat(printed(false, false))
                .containsExactly(
                        "a-longer-key  lost",
                        "              - strategy \"x\" is unknown",
                        "b             changed",
                        "              - Payloads become texts: \"p\" (json), \"q\" (number).",
                        "              - strategy \"y\" is unknown",
                        "",
                        "Reasons, with the number of flags:",
                        "    2  strategy \"…\" is unknown",
                        "    1  Payloads become texts: \"…\".",
                        "",
                        "The features come from 2 projects.",
                        "Not in the document, left as they are: gone.",
                        "",
                        "3 flags: 1 taken, 1 changed, 1 lost");
    }

    @Test
    void allFlagsAndSegmentsAreListedOnRequest() {
        assertThat(printed(true, false))
                .startsWith("a             taken", "a-longer-key  lost")
                .containsSequence("", "Segments:", "beta          taken");
    }

    @Test
    void aDryRunSaysThatNothingWasImported() {
        assertThat(printed(false, true))
                .last()
                .isEqualTo("3 flags: 1 taken, 1 changed, 1 lost. Nothing was imported, because this is a dry run.");
    }

    private static List<String> printed(boolean all, boolean dryRun) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String report = REPORT.formatted(dryRun);
        new ImportReportPrinter(Json.createReader(new StringReader(report)).readObject(), all)
                .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
