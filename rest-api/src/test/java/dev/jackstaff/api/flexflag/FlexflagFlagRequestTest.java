package dev.jackstaff.api.flexflag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.jackstaff.api.json.JsonBody;
import dev.jackstaff.domain.DomainException;
import dev.jackstaff.domain.flag.FlagDetails;
import dev.jackstaff.domain.flag.FlagStateDetails;
import dev.jackstaff.domain.flag.VariantInput;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlexflagFlagRequestTest {
    @Test
    void theReadmesFlagIsOnAndServesItsDefault() {
        FlexflagFlagRequest request = read("{'key':'new-checkout-flow','name':'New Checkout Flow','type':'boolean',"
                + "'enabled':true,'default':false,'environment':'production','project_id':'p','metadata':{'a':1}}");

        FlagStateDetails state = request.toState();

        assertThat(request.toNewFlag().details().variants())
                .containsExactly(new VariantInput("on", "true", ""), new VariantInput("off", "false", ""));
        assertThat(state.enabled()).isTrue();
        assertThat(state.offVariant()).isEqualTo("off");
        assertThat(state.fallthrough()).isEqualTo(new OutcomeDefinition.Serve("off"));
    }

    static Stream<Arguments> types() {
        return Stream.of(
                argumentSet("text", "'type':'string','default':'a'", ValueType.STRING, List.of("default")),
                argumentSet("number", "'type':'number','default':1.5", ValueType.NUMBER, List.of("default")),
                argumentSet("object", "'type':'json','default':{'a':null}", ValueType.JSON, List.of("default")),
                argumentSet(
                        "variants of texts",
                        "'type':'variant','default':'a','variations':[{'id':'x','value':'a'},{'name':'y','value':'b'}]",
                        ValueType.STRING,
                        List.of("x", "y")),
                argumentSet(
                        "variants of anything",
                        "'type':'variant','default':'a','variations':[{'id':'x','value':1}]",
                        ValueType.JSON,
                        List.of("x", "default")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasItsPlace(String members, ValueType type, List<String> variants) {
        FlagDetails details =
                read("{'key':'k','name':'n'," + members + "}").toNewFlag().details();

        assertThat(details.type()).isEqualTo(type);
        assertThat(details.variants().stream().map(VariantInput::key)).containsExactlyElementsOf(variants);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'key':'k','type':'boolean','default':true}",
                "{'key':'k','name':'n','default':true}",
                "{'key':'k','name':'n','type':'boolean'}",
                "{'key':'a b','name':'n','type':'boolean','default':true}",
                "{'key':'k','name':'n','type':'float','default':true}",
                "{'key':'k','name':'n','type':'variant','default':'a','variations':[{'value':1}]}",
                "{'key':'k','name':'n','type':'variant','default':'a','variations':[null]}"
            })
    void whatIsNeededIsAskedFor(String body) {
        assertThatThrownBy(() -> read(body).toNewFlag()).isInstanceOf(DomainException.Invalid.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{'rules':[],'segments':null}", "{ 'rules' : [ ] , 'rollout' : null }"})
    void emptyTargetingIsNone(String targeting) {
        assertThatCode(() -> read("{'key':'k','targeting':" + targeting + "}").refuseTargeting())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'rules':[{}]}", "{'segments':['a']}", "{'rollout':{'type':'percentage'}}", "[1]"})
    void targetingIsNotIgnored(String targeting) {
        assertThatThrownBy(
                        () -> read("{'key':'k','targeting':" + targeting + "}").refuseTargeting())
                .isInstanceOf(DomainException.Invalid.class)
                .hasMessageContaining("targeting");
    }

    private static FlexflagFlagRequest read(String body) {
        return JsonBody.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8), FlexflagFlagRequest.class);
    }
}
