package dev.jackstaff.protocols.unleash.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.unleash.UnleashDocumentFixtures;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import dev.jackstaff.protocols.unleash.compiler.FeaturesDocumentCompiler;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The agreement of a compiled document with its conversion. */
class RoundTripTest {
    private static final FeaturesDocument DOCUMENT = FeaturesDocumentReader.read(UnleashDocumentFixtures.real());
    private static final FlagSet DIRECT = FeaturesDocumentCompiler.compile(DOCUMENT);
    private static final FlagSet CONVERTED = ConversionFixtures.compiled(UnleashConversion.of(DOCUMENT));
    private static final List<String> NAMES = names();
    private static final List<String> VALUES = values();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyFeatureOfARealInstanceAnswersAlike(long seed) {
        Random random = new Random(seed);
        int on = 0;
        for (int i = 0; i < 500; i++) {
            EvaluationContext context = context(random);
            for (UnleashFeature feature : DOCUMENT.features()) {
                Evaluation direct = DIRECT.evaluate(feature.name(), context);
                Evaluation converted = CONVERTED.evaluate(feature.name(), context);

                assertThat(direct.enabled()).as(feature.name()).isEqualTo(converted.enabled());
                assertThat(ConversionFixtures.served(direct))
                        .as(feature.name())
                        .isEqualTo(ConversionFixtures.served(converted));
                on += direct.enabled() ? 1 : 0;
            }
        }
        assertThat(on).isBetween(1_000, 37_000);
    }

    private static EvaluationContext context(Random random) {
        EvaluationContext.Builder context = EvaluationContext.builder().randomId(1 + random.nextInt(9_999));
        for (String name : NAMES) {
            if (random.nextInt(3) > 0) {
                boolean known = random.nextBoolean();
                context.attribute(
                        name,
                        known ? VALUES.get(random.nextInt(VALUES.size())) : Integer.toString(random.nextInt(1_000)));
            }
        }
        return context.build();
    }

    private static List<String> names() {
        Set<String> names = new TreeSet<>(Set.of("userId", "sessionId", "remoteAddress"));
        for (UnleashFeature feature : DOCUMENT.features()) {
            feature.strategies().forEach(strategy -> strategy.constraints()
                    .forEach(constraint -> names.add(constraint.contextName())));
            feature.variants()
                    .forEach(variant -> variant.overrides().forEach(override -> names.add(override.contextName())));
        }
        return new ArrayList<>(names);
    }

    private static List<String> values() {
        Set<String> values = new TreeSet<>(Set.of("1.2.3", "2026-01-01T00:00:00Z", "192.168.0.1"));
        for (UnleashFeature feature : DOCUMENT.features()) {
            feature.strategies().forEach(strategy -> {
                strategy.constraints().forEach(constraint -> values.addAll(constraint.values()));
                strategy.parameters().values().forEach(text -> values.addAll(List.of(text.split(","))));
            });
            feature.variants()
                    .forEach(variant -> variant.overrides().forEach(override -> values.addAll(override.values())));
        }
        return new ArrayList<>(values);
    }
}
