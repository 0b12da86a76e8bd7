package dev.jackstaff.protocols.unleash;

import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.features;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.unleash.conversion.UnleashConversion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesDocumentReaderTest {
    private static final String EVERYTHING =
            """
            {"version": 2, "unknown": {"deep": [1, {"er": null}]},
             "query": {"projects": ["p"], "environment": "production", "namePrefix": "a", "inlineSegmentConstraints": true},
             "meta": {"etag": "e", "revisionId": 9007199254740993, "queryHash": "q"},
             "segments": [{"id": 7, "name": "testers",
               "constraints": [{"contextName": "userId", "operator": "IN", "values": ["1", 2]}]}],
             "features": [{"name": "f", "type": "experiment", "description": "d", "project": "p", "stale": true,
               "createdAt": "2026-01-01T00:00:00Z", "lastSeenAt": "2026-01-02T00:00:00Z", "enabled": true,
               "impressionData": true, "tags": ["skipped"],
               "dependencies": [{"feature": "g", "enabled": false, "variants": ["v"]}, {"feature": "h"}],
               "strategies": [{"name": "flexibleRollout", "title": "half", "sortOrder": 3, "segments": [7],
                 "parameters": {"rollout": 50, "stickiness": "userId", "groupId": null},
                 "constraints": [{"contextName": "age", "operator": "NUM_GT", "value": 18, "inverted": true,
                   "caseInsensitive": true}],
                 "variants": [{"name": "s", "weight": 1000, "payload": {"type": "number", "value": 5}}]}],
               "variants": [{"name": "v", "weight": 10, "weightType": "fix", "stickiness": "userId",
                 "payload": {"type": "json", "value": "{}"},
                 "overrides": [{"contextName": "userId", "values": ["1"]}]}]}]}
            """;

    @Test
    void everyMemberIsRead() {
        FeaturesDocument document = FeaturesDocumentReader.read(EVERYTHING);

        assertThat(document.version()).isEqualTo(2);
        assertThat(document.query()).isEqualTo(new FeaturesDocument.Query(List.of("p"), "production", "a", true));
        assertThat(document.meta()).isEqualTo(new FeaturesDocument.Meta("e", 9_007_199_254_740_993L, "q"));
        assertThat(document.segments())
                .containsExactly(new UnleashSegment(
                        7, "testers", List.of(new Constraint("userId", "IN", false, false, List.of("1", "2"), null))));
        UnleashFeature feature = document.features().get(0);
        assertThat(feature)
                .usingRecursiveComparison()
                .ignoringFields("strategies", "variants", "dependencies")
                .isEqualTo(new UnleashFeature(
                        "f",
                        "experiment",
                        "d",
                        "p",
                        "2026-01-01T00:00:00Z",
                        "2026-01-02T00:00:00Z",
                        true,
                        true,
                        true,
                        List.of(),
                        List.of(),
                        List.of()));
        assertThat(feature.dependencies())
                .containsExactly(new Dependency("g", false, List.of("v")), new Dependency("h", true, List.of()));
        assertThat(feature.variants())
                .containsExactly(new UnleashVariant(
                        "v",
                        10,
                        "fix",
                        "userId",
                        new Payload("json", "{}"),
                        List.of(new VariantOverride("userId", List.of("1")))));
    }

    @Test
    void everyMemberOfAStrategyIsReadAndNumbersBecomeTexts() {
        Strategy strategy = FeaturesDocumentReader.read(EVERYTHING)
                .features()
                .get(0)
                .strategies()
                .get(0);

        assertThat(strategy.name()).isEqualTo("flexibleRollout");
        assertThat(strategy.title()).isEqualTo("half");
        assertThat(strategy.sortOrder()).isEqualTo(3);
        assertThat(strategy.segments()).containsExactly(7);
        assertThat(strategy.parameters()).isEqualTo(Map.of("rollout", "50", "stickiness", "userId"));
        assertThat(strategy.constraints())
                .containsExactly(new Constraint("age", "NUM_GT", true, true, List.of(), "18"));
        assertThat(strategy.variants())
                .containsExactly(new StrategyVariant("s", 1000, null, new Payload("number", "5")));
    }

    @Test
    void nullMeansAbsence() {
        FeaturesDocument document = FeaturesDocumentReader.read(
                """
                {"version": 1, "segments": null, "query": null, "meta": null, "features": [
                 {"name": "f", "enabled": false, "type": null, "description": null, "project": null, "stale": null,
                  "impressionData": null, "createdAt": null, "lastSeenAt": null, "strategies": null, "variants": null,
                  "dependencies": null},
                 {"name": "g", "enabled": true,
                  "dependencies": [{"feature": "f", "enabled": null, "variants": null}],
                  "variants": [{"name": "v", "weight": 1, "weightType": null, "stickiness": null, "payload": null,
                    "overrides": null}],
                  "strategies": [{"name": "default", "title": null, "disabled": null, "sortOrder": null, "segments": null,
                    "constraints": null, "parameters": null, "variants": null},
                   {"name": "default", "constraints": [{"contextName": "a", "operator": "IN", "inverted": null,
                    "caseInsensitive": null, "values": null, "value": null}]}]}]}
                """);

        assertThat(document)
                .isEqualTo(
                        FeaturesDocumentReader.read(
                                """
                        {"version": 1, "features": [{"name": "f", "enabled": false},
                         {"name": "g", "enabled": true, "dependencies": [{"feature": "f"}],
                          "variants": [{"name": "v", "weight": 1}], "strategies": [{"name": "default"},
                          {"name": "default", "constraints": [{"contextName": "a", "operator": "IN"}]}]}]}
                        """));
    }

    @Test
    void theRealDocumentIsReadWhole() {
        FeaturesDocument document = FeaturesDocumentReader.read(UnleashDocumentFixtures.real());

        assertThat(document.features())
                .hasSize(76)
                .extracting(UnleashFeature::name)
                .doesNotHaveDuplicates();
        assertThat(document.features().stream()
                        .mapToInt(feature -> feature.strategies().size())
                        .sum())
                .isEqualTo(67);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                argumentSet("no JSON", "features: []", "", "Unrecognized token"),
                argumentSet("nothing", "", "", "an object expected, and the document ends"),
                argumentSet("an array", "[]", "", "an object expected, not an array"),
                argumentSet(
                        "more than one document",
                        features() + "{}",
                        "",
                        "unexpected content after the end of the document"),
                argumentSet("no version", "{\"features\": []}", "", "needs \"version\""),
                argumentSet("no features", "{\"version\": 2}", "", "needs \"features\""),
                argumentSet("a new version", "{\"version\": 3}", "version", "features version 3 is unknown"),
                argumentSet("features null", "{\"version\": 2, \"features\": null}", "features", "an array expected"),
                argumentSet("a feature of text", features("\"f\""), "features[0]", "an object expected, not a string"),
                argumentSet("no name", features("{\"enabled\": true}"), "features[0]", "a feature needs \"name\""),
                argumentSet("no enabled", features("{\"name\": \"f\"}"), "features[0]", "a feature needs \"enabled\""),
                argumentSet(
                        "enabled a text",
                        features("{\"name\": \"f\", \"enabled\": \"true\"}"),
                        "features[0].enabled",
                        "true or false expected, not a string"),
                argumentSet(
                        "a name twice",
                        features("{\"name\": \"f\", \"enabled\": true}", "{\"name\": \"f\", \"enabled\": true}"),
                        "features[1].name",
                        "there is another feature named \"f\""),
                argumentSet(
                        "a member twice",
                        features("{\"name\": \"f\", \"name\": \"g\", \"enabled\": true}"),
                        "features[0].name",
                        "Duplicate field 'name'"),
                argumentSet(
                        "a parameter of many values",
                        features(UnleashDocumentFixtures.feature(
                                "\"strategies\": [{\"name\": \"s\", \"parameters\": {\"p\": [1]}}]")),
                        "features[0].strategies[0].parameters.p",
                        "a string expected, not an array"),
                argumentSet(
                        "a segment by name",
                        features(UnleashDocumentFixtures.feature(
                                "\"strategies\": [{\"name\": \"s\", \"segments\": [\"x\"]}]")),
                        "features[0].strategies[0].segments[0]",
                        "an integer expected, not a string"),
                argumentSet(
                        "a constraint without operator",
                        features(UnleashDocumentFixtures.feature(
                                "\"strategies\": [{\"name\": \"s\", \"constraints\": [{\"contextName\": \"a\"}]}]")),
                        "features[0].strategies[0].constraints[0]",
                        "a constraint needs \"operator\""),
                argumentSet(
                        "a negative weight",
                        features(UnleashDocumentFixtures.feature("\"variants\": [{\"name\": \"v\", \"weight\": -1}]")),
                        "features[0].variants[0].weight",
                        "a weight must not be negative"),
                argumentSet(
                        "a weight too large",
                        features(UnleashDocumentFixtures.feature(
                                "\"variants\": [{\"name\": \"v\", \"weight\": 99999999999}]")),
                        "features[0].variants[0].weight",
                        "out of range of int"),
                argumentSet(
                        "a segment twice",
                        "{\"version\": 2, \"features\": [], \"segments\": [{\"id\": 1}, {\"id\": 1}]}",
                        "segments[1].id",
                        "there is another segment 1"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoFeaturesDocumentIsRefusedWithItsPlace(String document, String path, String reason) {
        DocumentException refusal =
                catchThrowableOfType(DocumentException.class, () -> FeaturesDocumentReader.read(document));

        assertThat(refusal.path()).isEqualTo(path);
        assertThat(refusal.reason()).contains(reason);
        assertThat(refusal.line()).isEqualTo(1);
    }

    @Test
    void theLineAndColumnOfARefusalAreThoseOfTheFault() {
        String document = "{\"version\": 2,\n \"features\": [\n  {\"name\": \"f\",\n   \"enabled\": maybe}]}";

        assertThatThrownBy(() -> FeaturesDocumentReader.read(document))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("features[0].enabled, line 4, column 20");
    }

    static IntStream cuts() {
        int length = UnleashDocumentFixtures.real().length;
        return IntStream.range(0, 200).map(i -> (int) ((long) i * (length - 1) / 199));
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void aTruncatedDocumentIsRefusedWithALine(int cut) {
        byte[] document = Arrays.copyOf(UnleashDocumentFixtures.real(), cut);

        Throwable refusal = catchThrowable(() -> FeaturesDocumentReader.read(document));

        assertThat(refusal).isInstanceOfSatisfying(DocumentException.class, exception -> {
            assertThat(exception.line()).isPositive();
            assertThat(exception.column()).isPositive();
            assertThat(exception.reason()).isNotEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aGarbledDocumentIsConvertedOrRefusedAndNothingElse(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 250; i++) {
            byte[] document = UnleashDocumentFixtures.real();
            document[random.nextInt(document.length)] = (byte) random.nextInt(256);
            document[random.nextInt(40)] = (byte) random.nextInt(256);

            Throwable refusal = catchThrowable(() -> UnleashConversion.of(FeaturesDocumentReader.read(document)));

            assertThat(refusal == null || refusal instanceof DocumentException)
                    .as(Objects.toString(refusal))
                    .isTrue();
        }
    }

    static Stream<Arguments> binary() {
        return Stream.of(
                argumentSet("zeros", (Object) new byte[64]),
                argumentSet("odd UCS-4", (Object) new byte[] {0, 0, '{', 0, 0, 0, '}', 0}),
                argumentSet("beyond Unicode", (Object) new byte[] {0, 0, 0, '{', 0x7f, 0, 0, 0, 1, 2, 3, 4}),
                argumentSet("Latin-1", (Object) "{\"versión\": 2}".getBytes(StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @MethodSource("binary")
    void bytesThatAreNoTextAreRefusedWithALine(byte[] document) {
        DocumentException refusal =
                catchThrowableOfType(DocumentException.class, () -> FeaturesDocumentReader.read(document));

        assertThat(refusal.line()).isEqualTo(1);
    }

    @Test
    void depthIsBounded() {
        String document = "{\"x\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}";

        DocumentException refusal =
                catchThrowableOfType(DocumentException.class, () -> FeaturesDocumentReader.read(document));

        assertThat(refusal.reason()).contains("nesting depth");
        assertThat(refusal.line()).isEqualTo(1);
    }

    @Test
    void tenThousandFeaturesAreReadAndNotOneMore() {
        assertThat(FeaturesDocumentReader.read(many(FeaturesDocumentReader.MAX_FEATURES))
                        .features())
                .hasSize(FeaturesDocumentReader.MAX_FEATURES);

        assertThatThrownBy(() -> FeaturesDocumentReader.read(many(FeaturesDocumentReader.MAX_FEATURES + 1)))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("at most 10000 features (at features[10000]");
    }

    @Test
    void tenThousandSegmentsAreReadAndNotOneMore() {
        assertThat(FeaturesDocumentReader.read(manySegments(FeaturesDocumentReader.MAX_SEGMENTS))
                        .segments())
                .hasSize(FeaturesDocumentReader.MAX_SEGMENTS);

        assertThatThrownBy(() -> FeaturesDocumentReader.read(manySegments(FeaturesDocumentReader.MAX_SEGMENTS + 1)))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("at most 10000 segments (at segments[10000]");
    }

    private static String manySegments(int count) {
        return "{\"version\": 2, \"features\": [], \"segments\": ["
                + IntStream.range(0, count).mapToObj(i -> "{\"id\": " + i + "}").collect(Collectors.joining(","))
                + "]}";
    }

    private static String many(int count) {
        return features(IntStream.range(0, count)
                .mapToObj(i -> "{\"name\": \"f" + i + "\", \"enabled\": true}")
                .collect(Collectors.joining(",")));
    }
}
