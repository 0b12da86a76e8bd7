package dev.jackstaff.admin.flag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.domain.attribute.AttributeDetails;
import dev.jackstaff.domain.attribute.AttributeType;
import dev.jackstaff.engine.snapshot.Operator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttributeChoiceTest {
    @Test
    void comparisonsFitTheType() {
        assertThat(AttributeChoice.operators(AttributeType.DATE_TIME))
                .containsExactlyInAnyOrder(Operator.DATE_BEFORE, Operator.DATE_AFTER, Operator.EXISTS);
        assertThat(AttributeChoice.operators(AttributeType.BOOLEAN))
                .containsExactlyInAnyOrder(Operator.IN, Operator.NOT_IN, Operator.EXISTS);
        assertThat(AttributeChoice.operators(AttributeType.NUMBER)).contains(Operator.NUM_GTE, Operator.IN);
    }

    @Test
    void everyComparisonFitsAType() {
        assertThat(Stream.of(AttributeType.values()).flatMap(type -> AttributeChoice.operators(type).stream()))
                .contains(Operator.values());
    }

    @Test
    void legalValuesAreOffered() {
        AttributeDetails plan =
                new AttributeDetails(AttributeType.STRING, "What is paid for", List.of("free", "\"pro\""));

        assertThat(new AttributeChoice("plan", plan).getLegal()).isEqualTo("[\"free\",\"\\\"pro\\\"\"]");
        assertThat(new AttributeChoice("beta", new AttributeDetails(AttributeType.BOOLEAN, "", List.of())).getLegal())
                .isEqualTo("[\"true\",\"false\"]");
    }

    @Test
    void ofAnAttributeThatNobodyDefinedNothingIsSaid() {
        AttributeChoice used = new AttributeChoice("country", null);

        assertThat(used.getType()).isEmpty();
        assertThat(used.getOperators()).isEmpty();
        assertThat(used.getLegal()).isEqualTo("[]");
    }
}
