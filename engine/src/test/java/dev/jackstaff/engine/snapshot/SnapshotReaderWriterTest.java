package dev.jackstaff.engine.snapshot;

import static dev.jackstaff.engine.snapshot.FlagFixtures.ON;
import static dev.jackstaff.engine.snapshot.FlagFixtures.aFlag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SnapshotReaderWriterTest {
    private static final Snapshot SNAPSHOT = new Snapshot(
            "demo",
            "production",
            "8c5b3a52-7a1e-4d8e-9d5b-0d6c6f9e2a11",
            42,
            Instant.parse("2026-11-21T08:00:00Z"),
            List.of(
                    aFlag("new-checkout")
                            .needing("parent", "on")
                            .rule(new RuleDefinition(
                                    "half of the Swedes",
                                    "a \"note\"",
                                    true,
                                    new ConditionDefinition.All(List.of(
                                            new ConditionDefinition.Comparison(
                                                    "country", Operator.IN, List.of("SE", "日本"), true, true),
                                            new ConditionDefinition.Any(
                                                    List.of(new ConditionDefinition.InSegment("beta"))),
                                            new ConditionDefinition.None(List.of()))),
                                    new RolloutDefinition(5_050, "email", "g"),
                                    new OutcomeDefinition.Split(
                                            List.of(
                                                    new OutcomeDefinition.WeightedVariant("on", 1),
                                                    new OutcomeDefinition.WeightedVariant("off", 2)),
                                            "random",
                                            "h")))
                            .build(),
                    aFlag("parent")
                            .otherwise(ON)
                            .build()
                            .withMetadata(Map.of("team", "\"shop\"", "tier", "1.50", "paid", "true"))),
            List.of(new SegmentDefinition("beta", ConditionDefinition.Comparison.of("beta", Operator.EXISTS))),
            List.of(new Credential("k1", "00ff", Credential.Kind.CLIENT, Instant.parse("2027-01-01T00:00:00Z"))));

    @Test
    void whatIsWrittenIsRead() {
        assertThat(SnapshotReader.read(SnapshotWriter.write(SNAPSHOT))).isEqualTo(SNAPSHOT);
    }

    @Test
    void aForeignDocumentIsCarriedAsItIs() {
        Snapshot carrying = new Snapshot(
                "demo",
                "production",
                "8c5b3a52-7a1e-4d8e-9d5b-0d6c6f9e2a11",
                7,
                Instant.EPOCH,
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new Credential("e1", "11aa", Credential.Kind.EDGE, null),
                        new Credential("e2", "22bb", Credential.Kind.EDGE, null, true)),
                new ForeignDocument("unleash", JsonText.parse("{\"version\":2,\"features\":[{\"n\":1.50}]}")));

        assertThat(SnapshotReader.read(SnapshotWriter.write(carrying))).isEqualTo(carrying);
    }

    @Test
    void theSameSnapshotMakesTheSameBytes() {
        byte[] first = SnapshotWriter.write(SNAPSHOT);

        assertThat(SnapshotWriter.write(SnapshotReader.read(first))).isEqualTo(first);
    }

    @Test
    void aDocumentTornAnywhereIsRefusedWithItsPlace() {
        byte[] whole = SnapshotWriter.write(SNAPSHOT);
        for (int length = 0; length < whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);

            assertThatExceptionOfType(DocumentException.class)
                    .isThrownBy(() -> SnapshotReader.read(torn))
                    .satisfies(refusal -> assertThat(refusal.line()).isPositive());
        }
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("no object", "[]", "an object expected"),
                argumentSet("a newer format", "{\"format\":2}", "snapshot format 2 is unknown"),
                argumentSet("no project", "{\"format\":1}", "a snapshot needs"),
                argumentSet("a value of another type", flag("\"variants\":[{\"key\":\"on\",\"value\":1}]"), "boolean"),
                argumentSet("an unknown operator", rule("{\"attribute\":\"a\",\"operator\":\"LIKE\"}"), "LIKE"),
                argumentSet("an unknown condition", rule("{\"sometimes\":true}"), "unknown member \"sometimes\""),
                argumentSet("two conditions in one", rule("{\"all\":[],\"any\":[]}"), "exactly one of"),
                argumentSet("a member twice", "{\"format\":1,\"format\":1}", "Duplicate"),
                argumentSet("too deep", rule("{\"all\":[".repeat(60) + "]}".repeat(60)), "depth"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWithAReason(String document, String reason) {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> SnapshotReader.read(document.getBytes(StandardCharsets.UTF_8)))
                .withMessageContaining(reason);
    }

    @Test
    void membersOfANewerWriterAreSkippedWhereTheyChangeNothing() {
        String document = "{\"format\":1,\"project\":\"p\",\"environment\":\"e\",\"revision\":1,"
                + "\"colour\":{\"of\":[\"the\",\"sea\"]},\"flags\":[]}";

        assertThat(SnapshotReader.read(document.getBytes(StandardCharsets.UTF_8))
                        .revision())
                .isEqualTo(1);
    }

    private static String flag(String members) {
        return "{\"format\":1,\"project\":\"p\",\"environment\":\"e\",\"revision\":1,\"flags\":[{\"key\":\"f\","
                + "\"type\":\"boolean\",\"fallthrough\":{\"off\":true}," + members + "}]}";
    }

    private static String rule(String condition) {
        return flag("\"rules\":[{\"condition\":" + condition + ",\"outcome\":{\"off\":true}}]");
    }
}
