package dev.jackstaff.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.bucketing.Murmur3Bucketing;
import dev.jackstaff.engine.bucketing.RolloutShare;
import dev.jackstaff.engine.bucketing.Stickiness;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationContextTest {
    private static final int DRAWS = 200_000;

    @Test
    void anAttributeIsText() {
        EvaluationContext context = EvaluationContext.builder()
                .attribute("text", "1e3")
                .attribute("integer", 9_007_199_254_740_993L)
                .attribute("number", 12_345_678.9)
                .attribute("whole", 5.0)
                .attribute("truth", true)
                .attribute("list", List.of(1))
                .attribute("map", Map.of("a", 1))
                .build();

        assertThat(context.text("text")).isEqualTo("1e3");
        assertThat(context.text("integer")).isEqualTo("9007199254740993");
        assertThat(context.text("number")).isEqualTo("12345678.9");
        assertThat(context.text("whole")).isEqualTo("5");
        assertThat(context.text("truth")).isEqualTo("true");
        assertThat(context.text("list")).isNull();
        assertThat(context.text("map")).isNull();
        assertThat(context.text("absent")).isNull();
    }

    @Test
    void theSubjectMayBeANumber() {
        EvaluationContext context =
                EvaluationContext.builder().attribute("userId", 10_000_000.25).build();

        assertThat(context.subject()).isEqualTo("10000000.25");
        assertThat(Stickiness.named("default").identify(context)).isEqualTo("10000000.25");
    }

    @Test
    void theRandomIdStaysTheSameForARequest() {
        EvaluationContext context = EvaluationContext.builder().build();

        assertThat(context.randomId()).isPositive().isEqualTo(context.randomId());
    }

    /**
     * With few distinct ids the share of a group would depend on its name: of these, "anon-29" would get nobody, and
     * "anon-5" nearly twice too many.
     */
    @ParameterizedTest
    @ValueSource(strings = {"anon-29", "anon-5", "anon-1"})
    void aSmallRolloutByChanceReachesItsShareWhateverTheGroup(String group) {
        assertThat(shareByChance("default", group, 5)).isBetween(0.000_25, 0.000_75);
        assertThat(shareByChance("random", group, 5)).isBetween(0.000_25, 0.000_75);
    }

    private static double shareByChance(String stickiness, String group, int basisPoints) {
        RolloutShare share = Murmur3Bucketing.INSTANCE.rollout(group, basisPoints);
        long included = IntStream.range(0, DRAWS)
                .mapToObj(i -> Stickiness.named(stickiness)
                        .identify(EvaluationContext.builder().build()))
                .filter(id -> share.bucketer().bucket(String.valueOf(id)) <= share.limit())
                .count();
        return (double) included / DRAWS;
    }
}
