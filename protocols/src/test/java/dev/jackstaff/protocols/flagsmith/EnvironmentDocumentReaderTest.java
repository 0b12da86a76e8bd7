package dev.jackstaff.protocols.flagsmith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.snapshot.DocumentException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentDocumentReaderTest {
    private static final String COMPLETE =
            """
            {"id": 7, "api_key": "B62q", "name": "Production", "updated_at": "2026-05-15T10:00:00.123456+00:00",
             "allow_client_traits": false, "hide_disabled_flags": true, "hide_sensitive_data": true,
             "use_identity_composite_key_for_hashing": false, "use_identity_overrides_in_local_eval": false,
             "amplitude_config": {"api_key": "x"},
             "project": {"id": 1, "name": "Shop", "hide_disabled_flags": true, "enable_realtime_updates": true,
               "server_key_only_feature_ids": [3],
               "organisation": {"id": 2, "name": "Org", "feature_analytics": true, "stop_serving_flags": true,
                 "persist_trait_data": false},
               "segments": [{"id": 5, "name": "swedes",
                 "rules": [{"type": "ALL", "conditions": [], "rules": [{"type": "ANY", "rules": [], "conditions": [
                   {"operator": "EQUAL", "value": "SE", "property_": "country"},
                   {"operator": "IN", "value": ["a", 1], "property_": "plan"},
                   {"operator": "PERCENTAGE_SPLIT", "value": "10", "property_": null}]}]}],
                 "feature_states": [{"feature": {"id": 3, "name": "color", "type": "STANDARD"}, "enabled": true,
                   "feature_state_value": "red", "django_id": null, "featurestate_uuid": "u-1",
                   "feature_segment": {"priority": 2}, "multivariate_feature_state_values": []}]}]},
             "feature_states": [{"feature": {"id": 3, "name": "color", "type": "MULTIVARIATE"}, "enabled": true,
               "feature_state_value": "blue", "django_id": 99, "featurestate_uuid": "u-2", "feature_segment": null,
               "multivariate_feature_state_values": [{"id": 4, "mv_fs_value_uuid": "u-3",
                 "percentage_allocation": 30.0, "multivariate_feature_option": {"value": 42, "id": 6, "key": "k"}}]}],
             "identity_overrides": [{"identifier": "0123", "environment_api_key": "B62q", "identity_uuid": "u-4",
               "created_date": "2020-01-01T00:00:00Z", "django_id": 8, "composite_key": "B62q_0123",
               "identity_traits": [{"trait_key": "a", "trait_value": 1}],
               "identity_features": [{"feature": {"id": 3, "name": "color", "type": "STANDARD"}, "enabled": false,
                 "feature_state_value": null}]}]}
            """;

    @Test
    void idsMayBeLargerThanAnInt() {
        EnvironmentDocument document = EnvironmentDocumentReader.read(
                """
                {"api_key": "k", "project": {"id": 1, "name": "p", "server_key_only_feature_ids": [3000000000],
                 "organisation": {"id": 1, "name": "o"}, "segments": [{"id": 4000000000, "name": "s", "rules": [],
                 "feature_states": [{"feature": {"id": 3000000000, "name": "f", "type": "STANDARD"}, "enabled": true,
                 "feature_segment": {"priority": 5000000000}}]}]},
                 "feature_states": [{"feature": {"id": 3000000000, "name": "f", "type": "STANDARD"}, "enabled": true}]}
                """);

        assertThat(document.featureStates().get(0).feature().id()).isEqualTo(3_000_000_000L);
        assertThat(document.project().serverKeyOnlyFeatureIds()).containsExactly(3_000_000_000L);
        assertThat(document.project().segments().get(0).id()).isEqualTo(4_000_000_000L);
        assertThat(document.project().segments().get(0).featureStates().get(0).priority())
                .isEqualTo(5_000_000_000L);
        assertThat(EnvironmentDocumentReader.read(EnvironmentDocumentWriter.write(document)))
                .isEqualTo(document);
    }

    @Test
    void everyMemberIsRead() {
        EnvironmentDocument document = read(COMPLETE);

        assertThat(document.id()).isEqualTo(7);
        assertThat(document.apiKey()).isEqualTo("B62q");
        assertThat(document.updatedAt()).isEqualTo("2026-05-15T10:00:00.123456+00:00");
        assertThat(document.allowClientTraits()).isFalse();
        assertThat(document.hideDisabledFlags()).isTrue();
        assertThat(document.hideSensitiveData()).isTrue();
        assertThat(document.useIdentityCompositeKeyForHashing()).isFalse();
        assertThat(document.useIdentityOverridesInLocalEval()).isFalse();
        assertThat(document.project().serverKeyOnlyFeatureIds()).containsExactly(3L);
        assertThat(document.project().organisation().stopServingFlags()).isTrue();
        FeatureState state = document.featureStates().get(0);
        assertThat(state.key()).isEqualTo("99");
        assertThat(state.multivariateValues())
                .containsExactly(new MultivariateValue(4L, "u-3", new BigDecimal("30.0"), Value.of(42), 6L, "k"));
    }

    @Test
    void segmentsAreReadWithTheirRules() {
        FlagsmithSegment segment = read(COMPLETE).project().segments().get(0);

        assertThat(segment.featureStates().get(0).priority()).isEqualTo(2);
        assertThat(segment.rules().get(0).conditions()).isEmpty();
        assertThat(segment.rules().get(0).rules().get(0).conditions())
                .containsExactly(
                        new SegmentCondition("EQUAL", "country", "SE"),
                        new SegmentCondition("IN", "plan", "[\"a\",1]"),
                        new SegmentCondition("PERCENTAGE_SPLIT", "", "10"));
    }

    @Test
    void anIdentifierIsTextWhateverItLooksLike() {
        IdentityOverride override = read(COMPLETE).identityOverrides().get(0);

        assertThat(override.identifier()).isEqualTo("0123");
        assertThat(override.features().get(0).value()).isNull();
    }

    @Test
    void theLeastThatClientsAgreeOnSuffices() {
        EnvironmentDocument document = read(
                "{\"api_key\":\"k\",\"name\":\"n\",\"feature_states\":[],\"identity_overrides\":[],\"project\":{\"segments\":[]}}");

        assertThat(document.allowClientTraits()).isTrue();
        assertThat(document.useIdentityCompositeKeyForHashing()).isTrue();
        assertThat(document.hideDisabledFlags()).isNull();
        assertThat(document.updatedAt()).isNull();
    }

    @Test
    void nullsMeanAbsence() {
        EnvironmentDocument document = read(
                """
                {"api_key": "k", "name": null, "identity_overrides": null, "id": null, "allow_client_traits": null,
                 "project": {"segments": [{"id": 1, "name": null, "rules": null, "feature_states": null}],
                   "server_key_only_feature_ids": null, "organisation": null},
                 "feature_states": [{"feature": {"id": 1, "name": "f", "type": null}, "enabled": true,
                   "feature_state_value": null, "featurestate_uuid": null, "feature_segment": {"priority": null},
                   "multivariate_feature_state_values": null}]}
                """);

        FeatureState state = document.featureStates().get(0);
        assertThat(state.priority()).isNull();
        assertThat(state.key()).isEmpty();
        assertThat(state.feature().type()).isEqualTo("STANDARD");
        assertThat(document.project().segments().get(0).rules()).isEmpty();
    }

    static Stream<Arguments> values() {
        return Stream.of(
                argumentSet("a string", "\"a\"", Value.of("a")),
                argumentSet("an integer", "12", Value.of(12)),
                argumentSet("a boolean", "true", Value.of(true)),
                argumentSet("none", "null", null),
                argumentSet("a float is carried as a string", "1.50", Value.of("1.50")),
                argumentSet("an object is carried as a string", "{\"a\": [1]}", Value.of("{\"a\":[1]}")),
                argumentSet(
                        "an integer that not every client can hold is carried as a string",
                        "99999999999999999999",
                        Value.of("99999999999999999999")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesAreStringsIntegersAndBooleans(String json, @Nullable Value value) {
        String document =
                "{\"api_key\":\"k\",\"project\":{},\"feature_states\":[{\"feature\":{\"id\":1,\"name\":\"f\"},\"feature_state_value\":"
                        + json + "}]}";

        assertThat(read(document).featureStates().get(0).value()).isEqualTo(value);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                argumentSet("no JSON", "{", "line 1"),
                argumentSet("no object", "[]", "an object expected"),
                argumentSet("nothing", "", "the document ends"),
                argumentSet("no key", "{\"project\":{},\"feature_states\":[]}", "needs \"api_key\""),
                argumentSet("no project", "{\"api_key\":\"k\",\"feature_states\":[]}", "needs \"project\""),
                argumentSet("no states", "{\"api_key\":\"k\",\"project\":{}}", "needs \"feature_states\""),
                argumentSet(
                        "a feature without a name",
                        "{\"api_key\":\"k\",\"feature_states\":[{\"feature\":{\"id\":1}}]}",
                        "feature_states[0].feature"),
                argumentSet(
                        "a text for a switch",
                        "{\"api_key\":\"k\",\"feature_states\":[{\"enabled\":\"yes\"}]}",
                        "feature_states[0].enabled"),
                argumentSet(
                        "an allocation beyond the whole",
                        "{\"feature_states\":[{\"multivariate_feature_state_values\":[{\"percentage_allocation\":101,\"multivariate_feature_option\":{\"value\":1}}]}]}",
                        "within 0..100"),
                argumentSet(
                        "an allocation that is no number",
                        "{\"feature_states\":[{\"multivariate_feature_state_values\":[{\"percentage_allocation\":\"x\"}]}]}",
                        "percentage_allocation"),
                argumentSet(
                        "a rule without a type",
                        "{\"project\":{\"segments\":[{\"id\":1,\"rules\":[{}]}]}}",
                        "project.segments[0].rules[0]"),
                argumentSet(
                        "an id beyond an int",
                        "{\"project\":{\"segments\":[{\"id\":99999999999999999999}]}}",
                        "project.segments[0].id"),
                argumentSet(
                        "rules without end",
                        "{\"project\":{\"segments\":[{\"rules\":" + "[{\"rules\":".repeat(200),
                        "nesting depth"),
                argumentSet(
                        "too many features",
                        "{\"feature_states\":[" + "{\"feature\":{\"id\":1,\"name\":\"f\"}},".repeat(10_001) + "]}",
                        "more than 10000 feature states"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatIsNoEnvironmentDocumentIsRefusedWithItsPlace(String document, String said) {
        assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> read(document))
                .withMessageContaining(said);
    }

    @Test
    void whatIsWrittenIsReadBackEqual() {
        EnvironmentDocument document = read(COMPLETE);

        assertThat(EnvironmentDocumentReader.read(EnvironmentDocumentWriter.write(document)))
                .isEqualTo(document);
    }

    @Test
    void whatUtf8CannotHoldIsWrittenAsAQuestionMark() {
        EnvironmentDocument document =
                read("{\"api_key\":\"k\",\"name\":\"\\ud800\",\"feature_states\":[],\"project\":{}}");

        assertThat(EnvironmentDocumentReader.read(EnvironmentDocumentWriter.write(document))
                        .name())
                .isEqualTo("?");
    }

    @Test
    void damagedDocumentsAreReadOrRefusedAndNothingElse() {
        Random random = new Random(9);
        byte[] whole = COMPLETE.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit <= random.nextInt(3); hit++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            refused += refused(damaged) ? 1 : 0;
        }

        assertThat(refused).isBetween(500, 2_999);
    }

    private static boolean refused(byte[] document) {
        try {
            EnvironmentDocumentReader.read(document);
            return false;
        } catch (DocumentException refusal) {
            return true;
        }
    }

    private static EnvironmentDocument read(String document) {
        return EnvironmentDocumentReader.read(document.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theSameDocumentIsWrittenAsTheSameBytes() {
        EnvironmentDocument document = read(COMPLETE);

        assertThat(List.of(EnvironmentDocumentWriter.write(document), EnvironmentDocumentWriter.write(read(COMPLETE))))
                .allSatisfy(bytes -> assertThat(bytes).isEqualTo(EnvironmentDocumentWriter.write(document)));
    }
}
