package dev.jackstaff.protocols.unleash.compiler;

import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.feature;
import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.features;
import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.strategies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Valid documents made to be expensive. */
class CostlyDocumentTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void idsThatHaveOneHashAreFoundAsAnyOthers() {
        List<String> ids = IntStream.range(0, 1 << 16)
                .mapToObj(CostlyDocumentTest::withTheSameHash)
                .toList();
        String listed = strategies(
                "{\"name\": \"userWithId\", \"parameters\": {\"userIds\": \"" + String.join(",", ids) + "\"}}");

        FlagSet flags = assertTimeoutPreemptively(SOON, () -> compiled(feature(listed)));

        assertThat(on(flags, "f", ids.get(12_345))).isTrue();
        assertThat(on(flags, "f", "someone")).isFalse();
    }

    @Test
    void manyChildrenOfAParentWithManyVariantsAreCompiledSoon() {
        String variants = IntStream.range(0, 50_000)
                .mapToObj(i -> "{\"name\": \"v" + i + "\", \"weight\": " + (i == 7 ? 1 : 0) + "}")
                .collect(Collectors.joining(","));
        List<String> family = new ArrayList<>();
        family.add("{\"name\": \"p\", \"enabled\": true, \"variants\": [" + variants + "]}");
        for (int i = 0; i < 5_000; i++) {
            family.add("{\"name\": \"c" + i + "\", \"enabled\": true, \"dependencies\": [{\"feature\": \"p\","
                    + " \"variants\": [\"v7\"]}]}");
        }

        FlagSet flags = assertTimeoutPreemptively(SOON, () -> compiled(family.toArray(String[]::new)));

        assertThat(on(flags, "c4999", "1")).isTrue();
    }

    @Test
    void aLongSegmentThatVeryManyStrategiesAskIsRefused() {
        FlagSet flags = assertTimeoutPreemptively(SOON, () -> asking(feature(strategies(asking(10_000)))));

        Evaluation answer = assertTimeoutPreemptively(SOON, () -> flags.evaluate("f", EvaluationContext.of("1")));

        assertThat(answer.enabled()).isFalse();
        assertThat(answer.errorDetails())
                .startsWith("evaluating the flag takes up to 2000")
                .endsWith("at most 100000 are allowed");
        assertThat(flags.problems()).containsExactly(new CompilationProblem("f", "", answer.errorDetails()));
    }

    @Test
    void whatAParentAsksCountsForItsChildren() {
        String parent = "{\"name\": \"p\", \"enabled\": true, " + strategies(asking(4)) + "}";
        String child = feature("\"dependencies\": [{\"feature\": \"p\"}]", strategies(asking(1)));

        FlagSet flags = asking(parent, child);

        assertThat(flags.problems()).extracting(CompilationProblem::flag).containsExactly("f");
        assertThat(flags.evaluate("p", EvaluationContext.of("1")).reason()).isEqualTo(Reason.DEFAULT);
        assertThat(flags.evaluate("f", EvaluationContext.of("1")).enabled()).isFalse();
    }

    @Test
    void overridesThatManyStrategiesShareAreAskedOnce() {
        String overrides = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"contextName\": \"c" + i + "\", \"values\": [\"1\"]}")
                .collect(Collectors.joining(","));
        String[] many = IntStream.range(0, 50_000)
                .mapToObj(i -> "{\"name\": \"default\"}")
                .toArray(String[]::new);
        String variants = "\"variants\": [{\"name\": \"v\", \"weight\": 1, \"overrides\": [" + overrides + "]}]";

        FlagSet flags = assertTimeoutPreemptively(SOON, () -> compiled(feature(variants, strategies(many))));

        assertThat(flags.problems()).isEmpty();
        assertThat(on(flags, "f", "1")).isTrue();
    }

    /** Strategies that use segment 1. */
    private static String[] asking(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"name\": \"default\", \"segments\": [1]}")
                .toArray(String[]::new);
    }

    /** Features with a segment of 20,000 constraints, of which the last does not hold. */
    private static FlagSet asking(String... features) {
        String constraints = IntStream.range(0, 20_000)
                .mapToObj(i -> "{\"contextName\": \"c\", \"operator\": \"NOT_IN\", \"values\": [\"" + i + "\"]}")
                .collect(Collectors.joining(","));
        return FeaturesDocumentCompiler.compile(FeaturesDocumentReader.read("{\"version\": 2, \"features\": ["
                + String.join(",", features) + "], \"segments\": [{\"id\": 1, \"constraints\": [" + constraints
                + ", {\"contextName\": \"c\", \"operator\": \"IN\", \"values\": []}]}]}"));
    }

    private static String withTheSameHash(int number) {
        return IntStream.range(0, 16)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static FlagSet compiled(String... features) {
        return FeaturesDocumentCompiler.compile(FeaturesDocumentReader.read(features(features)));
    }

    private static boolean on(FlagSet flags, String flag, String user) {
        return flags.evaluate(flag, EvaluationContext.of(user)).enabled();
    }
}
