package dev.jackstaff.api.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.Staleness;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.FlagStateView;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.domain.project.EnvironmentKey;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.PrerequisiteDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlagRequestTest {
    private static final FlagView VIEW = new FlagView(
            new FlagKey("a"),
            "A",
            "what it is for",
            ValueType.NUMBER,
            FlagKind.EXPERIMENT,
            "me",
            List.of("t"),
            true,
            false,
            List.of(new dev.jackstaff.domain.flag.FlagVariant("ten", Value.of(10.0), "d")),
            List.of(new PrerequisiteDefinition("parent", List.of("on"))),
            Instant.EPOCH,
            Instant.EPOCH,
            3,
            0,
            Staleness.ACTIVE);

    private static final FlagStateView STATE = new FlagStateView(
            new FlagKey("a"),
            new EnvironmentKey("production"),
            false,
            "off",
            new OutcomeDefinition.Serve("off"),
            List.of(RuleDefinition.of("all", ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve("on"))),
            Instant.EPOCH,
            1,
            1);

    @Test
    void leftOutMembersHaveTheirDefaults() {
        FlagDetails details = read("{\"key\":\"a\"}").toNewFlag().details();

        assertThat(details.type()).isEqualTo(ValueType.BOOLEAN);
        assertThat(details.kind()).isEqualTo(FlagKind.RELEASE);
        assertThat(details.variants()).isEmpty();
        assertThat(details.serverOnly()).isFalse();
    }

    @Test
    void valueOfAVariantIsKeptAsItsText() {
        FlagDetails details =
                read("{\"key\":\"a\",\"type\":\"json\",\"variants\":[{\"key\":\"x\",\"value\":[1, null]}]}")
                        .toNewFlag()
                        .details();

        assertThat(details.variants()).containsExactly(new VariantInput("x", "[1,null]", ""));
    }

    @Test
    void missingValueIsNamedByItsPlace() {
        assertThatThrownBy(() ->
                        read("{\"key\":\"a\",\"variants\":[{\"key\":\"x\"}]}").toNewFlag())
                .hasMessage("variants[0].value: is required");
    }

    @Test
    void whatWasReadCanBeSentBack() {
        FlagRequest back = JsonBody.read(JsonBody.write(FlagResponse.of(VIEW)), FlagRequest.class);

        assertThat(back.version()).isEqualTo(3);
        assertThat(back.toDetails(VIEW).variants()).containsExactly(new VariantInput("ten", "10.0", "d"));
    }

    @Test
    void membersOfAChangeThatAreLeftOutStay() {
        FlagDetails details = read("{\"name\":\"B\"}").toDetails(VIEW);

        assertThat(details)
                .isEqualTo(new FlagDetails(
                        "B",
                        "what it is for",
                        ValueType.NUMBER,
                        FlagKind.EXPERIMENT,
                        "me",
                        List.of("t"),
                        true,
                        List.of(new VariantInput("ten", "10.0", "d")),
                        List.of(new PrerequisiteDefinition("parent", List.of("on")))));
        assertThat(read("{}").toDetails(VIEW)).isEqualTo(VIEW.details());
    }

    @Test
    void membersOfAChangeThatAreEmptyBecomeEmpty() {
        FlagDetails details =
                read("{\"description\":\"\",\"tags\":[],\"owner\":\"\",\"serverOnly\":false,\"prerequisites\":[]}")
                        .toDetails(VIEW);

        assertThat(details.description()).isEmpty();
        assertThat(details.tags()).isEmpty();
        assertThat(details.owner()).isEmpty();
        assertThat(details.serverOnly()).isFalse();
        assertThat(details.prerequisites()).isEmpty();
        assertThat(details.type()).isEqualTo(ValueType.NUMBER);
    }

    @Test
    void stateNeedsToSayWhetherItIsOnAndWhatItServes() {
        FlagStateDetails details = state("{\"enabled\":true,\"fallthrough\":{\"serve\":\"on\"}}");

        assertThat(details.fallthrough()).isEqualTo(new OutcomeDefinition.Serve("on"));
        assertThatThrownBy(() -> state("{\"enabled\":true}")).hasMessage("fallthrough: is required");
    }

    @Test
    void offVariantAndRulesOfAStateThatAreLeftOutStay() {
        FlagStateDetails details = state("{\"enabled\":true,\"fallthrough\":{\"serve\":\"on\"}}");

        assertThat(details.offVariant()).isEqualTo("off");
        assertThat(details.rules()).isEqualTo(STATE.rules());
    }

    @Test
    void offVariantAndRulesOfAStateAreTakenAwayByName() {
        FlagStateDetails details =
                state("{\"enabled\":true,\"fallthrough\":{\"serve\":\"on\"},\"offVariant\":null,\"rules\":[]}");

        assertThat(details.offVariant()).isNull();
        assertThat(details.rules()).isEmpty();
    }

    @Test
    void offVariantIsAString() {
        assertThat(state("{\"enabled\":true,\"fallthrough\":{\"serve\":\"on\"},\"offVariant\":\"\\u006fn\"}")
                        .offVariant())
                .isEqualTo("on");
        assertThatThrownBy(() -> state("{\"enabled\":true,\"fallthrough\":{\"serve\":\"on\"},\"offVariant\":5}"))
                .hasMessage("offVariant: must be a string");
    }

    @Test
    void toggleMaySayNothing() {
        assertThat(toggle("")).isNull();
        assertThat(toggle("{}")).isNull();
        assertThat(toggle("{\"enabled\":false}")).isFalse();
    }

    private static @Nullable Boolean toggle(String body) {
        return ToggleRequest.of(new ByteArrayInputStream(bytes(body))).enabled();
    }

    private static FlagStateDetails state(String body) {
        return JsonBody.read(bytes(body), FlagStateRequest.class).toDetails(STATE);
    }

    private static FlagRequest read(String body) {
        return JsonBody.read(bytes(body), FlagRequest.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
