package dev.jackstaff.protocols.unleash.compiler;

import static dev.jackstaff.protocols.unleash.Documents.feature;
import static dev.jackstaff.protocols.unleash.Documents.features;
import static dev.jackstaff.protocols.unleash.Documents.strategies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.unleash.FeaturesReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Documents that are sound and made to take long. */
class HostileSizesTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    @Test
    void idsThatHaveOneHashAreFoundAsAnyOthers() {
        List<String> ids = IntStream.range(0, 1 << 16)
                .mapToObj(HostileSizesTest::withTheSameHash)
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

    private static String withTheSameHash(int number) {
        return IntStream.range(0, 16)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining());
    }

    private static FlagSet compiled(String... features) {
        return FeaturesCompiler.compile(FeaturesReader.read(features(features)));
    }

    private static boolean on(FlagSet flags, String flag, String user) {
        return flags.evaluate(flag, EvaluationContext.of(user)).enabled();
    }
}
