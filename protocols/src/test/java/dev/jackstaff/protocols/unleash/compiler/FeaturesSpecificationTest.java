package dev.jackstaff.protocols.unleash.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.FlagSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** All cases of the Unleash client specification: their evaluations and explanations. */
class FeaturesSpecificationTest {
    private static final int ALL = 279;

    @BeforeEach
    void theSpecificationIsThere() {
        assumeTrue(
                ClientSpecification.fetched(),
                "the npm package @unleash/client-specification was not fetched: is there npm, and a registry?");
    }

    static Stream<Arguments> cases() {
        return ClientSpecification.fetched()
                ? ClientSpecification.cases().stream().map(each -> argumentSet(each.name(), each))
                : Stream.of(argumentSet("the specification was not fetched", (Object) null));
    }

    @Test
    void noCaseIsMissing() {
        List<ClientSpecification.Case> cases = ClientSpecification.cases();

        assertThat(cases).hasSize(ALL);
        assertThat(cases).filteredOn(ClientSpecification.Case::ofVariant).hasSize(52);
    }

    @ParameterizedTest(name = "{argumentSetName}")
    @MethodSource("cases")
    void everyCaseIsAnsweredAndExplained(ClientSpecification.Case specified) {
        FlagSet flags = FeaturesDocumentCompiler.compile(specified.document());

        Evaluation answer = flags.evaluate(specified.feature(), specified.context());

        assertThat(specified.ofVariant() ? variant(answer) : JsonNodeFactory.instance.booleanNode(answer.enabled()))
                .isEqualTo(specified.expected());
        assertThat(flags.explain(specified.feature(), specified.context()).evaluation())
                .isEqualTo(answer);
    }

    /** An evaluation as Unleash's clients see it. */
    private static JsonNode variant(Evaluation answer) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        Variant variant = answer.variant();
        if (!answer.enabled() || variant == null || variant.value() instanceof Value.BooleanValue) {
            return shown.put("name", "disabled").put("enabled", false).put("feature_enabled", answer.enabled());
        }
        shown.put("name", variant.key()).put("enabled", true).put("feature_enabled", true);
        if (!Variant.NO_PAYLOAD.equals(variant.payloadType())) {
            shown.putObject("payload")
                    .put("type", variant.payloadType())
                    .put("value", variant.value().text());
        }
        return shown;
    }
}
