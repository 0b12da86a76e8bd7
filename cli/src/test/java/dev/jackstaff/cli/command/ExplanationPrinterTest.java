package dev.jackstaff.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExplanationPrinterTest {
    @Test
    void everyStepIsALineWithWhatLiesWithinBelowIt() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String explanation =
                """
                {"flag":"f","enabled":true,"variant":"on","value":true,"reason":"SPLIT",
                 "prerequisites":[{"met":true,"parent":
                   {"flag":"p","enabled":true,"reason":"STATIC","variant":"on","value":true,
                    "prerequisites":[],"rules":[],"splits":[]}}],
                 "rules":[
                   {"name":"Swedes","matched":false,"condition":{"kind":"compare","held":false,
                      "comparison":{"attribute":"country","operator":"IN","operand":"SE"}}},
                   {"name":"half","matched":true,"condition":{"kind":"all","held":true,"parts":[
                      {"kind":"compare","held":true,
                         "comparison":{"attribute":"plan","value":"pro","operator":"EXISTS","operand":""}},
                      {"kind":"share","held":true,"limit":5000,
                         "placement":{"stickiness":"userId","identifier":"7","bucket":1234}}]}}],
                 "splits":[{"stickiness":"sessionId"}]}
                """;

        new ExplanationPrinter(Json.createReader(new StringReader(explanation)).readObject())
                .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "f = true  (SPLIT, variant on)",
                        "  ✓ prerequisite p = true  (STATIC, variant on)",
                        "  ✗ Swedes",
                        "    ✗ country IN SE  (it is missing)",
                        "  ✓ half",
                        "    ✓ all",
                        "      ✓ plan EXISTS  (it is pro)",
                        "      ✓ bucket 1234 by userId \"7\", up to 5000",
                        "  · no bucket: sessionId is missing");
    }
}
