package dev.jackstaff.api.flag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagKey;
import dev.jackstaff.domain.flag.FlagKind;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.domain.flag.boundary.FlagView;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlagRequestTest {
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
        FlagView view = new FlagView(
                new FlagKey("a"),
                "A",
                "",
                ValueType.NUMBER,
                FlagKind.EXPERIMENT,
                "me",
                List.of("t"),
                true,
                false,
                List.of(new dev.jackstaff.domain.flag.FlagVariant("ten", Value.of(10.0), "d")),
                List.of(),
                Instant.EPOCH,
                Instant.EPOCH,
                3);

        FlagRequest back = JsonBody.read(JsonBody.write(FlagResponse.of(view)), FlagRequest.class);

        assertThat(back.version()).isEqualTo(3);
        assertThat(back.toDetails(view.key()).variants()).containsExactly(new VariantInput("ten", "10.0", "d"));
    }

    @Test
    void stateNeedsToSayWhetherItIsOnAndWhatItServes() {
        FlagStateDetails details = JsonBody.read(
                        bytes("{\"enabled\":true,\"fallthrough\":{\"serve\":\"on\"}}"), FlagStateRequest.class)
                .toDetails();

        assertThat(details.fallthrough()).isEqualTo(new OutcomeDefinition.Serve("on"));
        assertThatThrownBy(() -> JsonBody.read(bytes("{\"enabled\":true}"), FlagStateRequest.class)
                        .toDetails())
                .hasMessage("fallthrough: is required");
    }

    @Test
    void emptyBodyTogglesToTheOpposite() {
        assertThat(toggle("")).isEmpty();
        assertThat(toggle("{}")).isEmpty();
        assertThat(toggle("{\"enabled\":false}")).contains(false);
    }

    private static java.util.Optional<Boolean> toggle(String body) {
        return ToggleRequest.of(new ByteArrayInputStream(bytes(body))).requestedState();
    }

    private static FlagRequest read(String body) {
        return JsonBody.read(bytes(body), FlagRequest.class);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
