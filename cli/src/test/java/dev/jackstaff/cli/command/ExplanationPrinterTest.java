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
                   {"name":"Swedes","matched":false,"condition":{"kind":"compare","sentence":"country is one of SE","held":false,
                      "comparison":{"attribute":"country","operator":"IN","operand":"SE"}}},
                   {"name":"half","matched":true,"condition":{"kind":"all","sentence":"all of these","held":true,"parts":[
                      {"kind":"compare","sentence":"plan is present","held":true,
                         "comparison":{"attribute":"plan","value":"pro","operator":"EXISTS","operand":""}},
                      {"kind":"not","sentence":"region is none of EU","held":true,"parts":[
                        {"kind":"compare","sentence":"region is one of EU","held":false,
                         "comparison":{"attribute":"region","value":"US","operator":"IN","operand":"EU"}}]},
                      {"kind":"not","sentence":"none of these","held":false,"parts":[
                        {"kind":"any","sentence":"any of these","held":true,"parts":[
                          {"kind":"compare","sentence":"age = 5","held":true,
                           "comparison":{"attribute":"age","value":"5","operator":"NUM_EQ","operand":"5"}}]}]},
                      {"kind":"not","sentence":"not","held":true,"parts":[
                        {"kind":"segment staff","sentence":"in segment staff","held":false,"parts":[]}]},
                      {"kind":"share","sentence":"bucket up to 5000","held":true,"limit":5000,
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
                        "    ✗ country is one of SE  (it is missing)",
                        "  ✓ half",
                        "    ✓ all of these",
                        "      ✓ plan is present  (it is pro)",
                        "      ✓ region is none of EU  (it is US)",
                        "      ✗ none of these",
                        "        ✓ age = 5  (it is 5)",
                        "      ✓ not",
                        "        ✗ in segment staff",
                        "      ✓ bucket 1234 by userId \"7\", up to 5000",
                        "  · no bucket: sessionId is missing");
    }
}
