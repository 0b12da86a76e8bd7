package dev.jackstaff.engine.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jackstaff.engine.snapshot.ConditionDefinition.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The grammar of rules, outcomes and conditions: what is said is used or refused. */
class DefinitionReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'serve':'on','stickiness':'plan'}",
                "{'serve':'on','group':'g'}",
                "{'off':true,'stickiness':'plan'}",
                "{'group':'','off':true}",
                "{'serve':'on','weight':3}"
            })
    void anOutcomeRefusesWhatItWouldIgnore(String outcome) {
        assertThatThrownBy(() -> DefinitionReader.outcome(outcome.replace('\'', '"')))
                .isInstanceOf(DocumentException.class);
    }

    @Test
    void aSplitUsesItsAttributeAndGroup() {
        assertThat(DefinitionReader.outcome(
                        "{'stickiness':'plan','group':'g','split':[{'variant':'on','weight':1}]}".replace('\'', '"')))
                .isEqualTo(new OutcomeDefinition.Split(
                        List.of(new OutcomeDefinition.WeightedVariant("on", 1)), "plan", "g"));
    }

    @Test
    void aPrerequisiteRefusesWhatItWouldIgnore() {
        assertThatThrownBy(() -> DefinitionReader.prerequisites("[{\"flag\":\"f\",\"variant\":\"on\"}]"))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("unknown member \"variant\"");
    }

    /** A number in a list of values is the text that an attribute of that value has. */
    @ParameterizedTest
    @CsvSource({"12345678.9,12345678.9", "1e3,1000", "5.0,5", "7,7", "9007199254740993,9007199254740993", "true,true"})
    void aNumberAmongTheValuesIsTextAsInTheContext(String json, String text) {
        ConditionDefinition condition =
                DefinitionReader.condition("{\"attribute\":\"a\",\"operator\":\"IN\",\"values\":[" + json + "]}");

        assertThat(condition).isEqualTo(Comparison.of("a", Operator.IN, text));
    }

    @Test
    void anInfiniteNumberAmongTheValuesIsRefused() {
        assertThatThrownBy(() ->
                        DefinitionReader.condition("{\"attribute\":\"a\",\"operator\":\"IN\",\"values\":[1e400]}"))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("must be finite");
    }
}
