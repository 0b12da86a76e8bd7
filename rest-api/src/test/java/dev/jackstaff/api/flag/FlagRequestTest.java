package dev.jackstaff.api.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagLink;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.FlagTraits;
import dev.jackstaff.domain.flag.Staleness;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.VariantValues;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FlagRequestTest {
    private static final FlagTraits TRAITS = new FlagTraits(
            "{}",
            FlagTraits.Bucketing.MD5,
            Map.of("team", "\"shop\"", "tier", "1"),
            List.of(new FlagLink("Ticket", "https://example.org/1")));

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
            TRAITS,
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
            VariantValues.NONE.with("on", "false"),
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
        assertThat(back.toDetails(VIEW)).isEqualTo(VIEW.details());
        assertThat(back.toDetails(new FlagKey("a")).traits()).isEqualTo(TRAITS);
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
                        List.of(new PrerequisiteDefinition("parent", List.of("on"))),
                        TRAITS));
        assertThat(read("{}").toDetails(VIEW)).isEqualTo(VIEW.details());
    }

    @Test
    void traitsAreTakenAwayByName() {
        FlagDetails details =
                read("{\"schema\":null,\"metadata\":{},\"links\":[]}").toDetails(VIEW);

        assertThat(details.traits()).isEqualTo(FlagTraits.NONE.withBucketing(FlagTraits.Bucketing.MD5));
        assertThatThrownBy(() -> read("{\"metadata\":[]}").toDetails(VIEW))
                .hasMessage("metadata: must be a JSON object");
        assertThatThrownBy(() -> read("{\"links\":[{\"title\":\"t\"}]}").toDetails(VIEW))
                .hasMessage("links[0].url: is required");
        assertThatThrownBy(() -> read("{\"bucketing\":\"md5\"}").toDetails(VIEW))
                .hasMessage("bucketing: must be one of murmur3/1, md5/1");
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
        assertThat(details.values()).isEqualTo(STATE.values());
    }

    @Test
    void offVariantAndRulesOfAStateAreTakenAwayByName() {
        FlagStateDetails details = state(
                "{\"enabled\":true,\"fallthrough\":{\"serve\":\"on\"},\"offVariant\":null,\"rules\":[],\"values\":[]}");

        assertThat(details.offVariant()).isNull();
        assertThat(details.rules()).isEmpty();
        assertThat(details.values()).isEqualTo(VariantValues.NONE);
    }

    @Test
    void eachVariantHasOneValueOfItsOwnAtMost() {
        String values = "{\"variant\":\"on\",\"value\":null},{\"variant\":\"off\",\"value\":[1, 2]}";

        assertThat(state(withValues(values)).values())
                .isEqualTo(VariantValues.NONE.with("on", "null").with("off", "[1,2]"));
        assertThatThrownBy(() -> state(withValues(values + "," + values)))
                .hasMessage("values[2].variant: the variant is listed twice");
        assertThatThrownBy(() -> state(withValues("{\"variant\":\"on\"}"))).hasMessage("values[0].value: is required");
    }

    private static String withValues(String values) {
        return "{\"enabled\":true,\"fallthrough\":{\"serve\":\"on\"},\"values\":[" + values + "]}";
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
