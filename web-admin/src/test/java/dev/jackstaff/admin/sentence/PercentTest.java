package dev.jackstaff.admin.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.snapshot.OutcomeDefinition.WeightedVariant;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class PercentTest {
    @Test
    void aShareIsSaidToAHundredthOfAPercent() {
        assertThat(Percent.of(1250)).isEqualTo("12.5\u00a0%");
        assertThat(Percent.of(1, 3)).isEqualTo("33.33\u00a0%");
        assertThat(Percent.of(0, 0)).isEqualTo("0\u00a0%");
        assertThat(Percent.of(BigInteger.TEN.pow(40), BigInteger.TEN.pow(41))).isEqualTo("10\u00a0%");
    }

    @Test
    void aSplitIsSaidWithoutUnits() {
        assertThat(Percent.ofSplit(List.of(new WeightedVariant("a", 2), new WeightedVariant("b", 1))))
                .isEqualTo("66.67 / 33.33");
        assertThat(Percent.ofSplit(List.of(new WeightedVariant("a", 0)))).isEqualTo("0");
    }

    @Test
    void noLineEndsBeforeTheUnit() {
        assertThat(Percent.unbroken("from 10 % to 87 % in staging"))
                .isEqualTo("from 10\u00a0% to 87\u00a0% in staging");
    }
}
