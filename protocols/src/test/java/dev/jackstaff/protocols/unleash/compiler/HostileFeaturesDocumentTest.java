package dev.jackstaff.protocols.unleash.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.DocumentMutator;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.PrintableText;
import dev.jackstaff.engine.flag.Explanation;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.unleash.DeltaReader;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.unleash.conversion.UnleashConversion;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Mutated documents and deltas: each is refused with a message or works, and no other exception escapes. */
class HostileFeaturesDocumentTest {
    private static final String DOCUMENT = DocumentMutator.resource("/every-unleash-feature.json");
    private static final DocumentMutator FEATURES = new DocumentMutator(DOCUMENT);
    private static final DocumentMutator EVENTS =
            new DocumentMutator(DocumentMutator.resource("/every-unleash-event.json"));

    @Example
    void theDocumentItselfIsSound() {
        FlagSet flags = FeaturesDocumentCompiler.compile(FeaturesDocumentReader.read(DOCUMENT));

        assertThat(flags.flags()).hasSize(3);
        assertThat(flags.problems()).singleElement().satisfies(problem -> assertThat(problem.reason())
                .contains("host"));
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherValuesIsRefusedOrWorks(
            @ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        byte[] document = FEATURES.mutateValues(random);

        survives(() -> FeaturesDocumentReader.read(document), context);

        Statistics.coverage(coverage -> coverage.check("refused").percentage(refused -> refused < 90));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherWordsIsRefusedOrWorks(@ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        byte[] document = FEATURES.mutateTokens(random);

        survives(() -> FeaturesDocumentReader.read(document), context);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherBytesIsRefusedOrWorks(@ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        byte[] document = FEATURES.mutateBytes(random);

        survives(() -> FeaturesDocumentReader.read(document), context);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void changesWithOtherValuesAreRefusedOrWork(@ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        byte[] delta = EVENTS.mutateValues(random);

        survives(() -> DeltaReader.read(delta).applyTo(FeaturesDocumentReader.read(DOCUMENT)), context);

        Statistics.coverage(coverage -> coverage.check("refused").percentage(refused -> refused < 90));
    }

    private static void survives(Supplier<FeaturesDocument> reading, EvaluationContext context) {
        FeaturesDocument document;
        try {
            document = reading.get();
            Statistics.collect("works");
        } catch (DocumentException refused) {
            Statistics.collect("refused");
            assertThat(legible(String.valueOf(refused.getMessage()))).isTrue();
            return;
        }
        FlagSet flags = FeaturesDocumentCompiler.compile(document);
        for (Evaluation answer : flags.evaluateAll(context)) {
            Explanation explanation = flags.explain(answer.flagKey(), context);
            assertThat(explanation.evaluation()).isEqualTo(answer);
            assertThat(ExplanationTexts.texts(explanation)).allMatch(HostileFeaturesDocumentTest::legible);
        }
        assertThat(flags.problems()).allMatch(problem -> legible(problem.message()));
        UnleashConversion converted = UnleashConversion.of(document);
        assertThat(converted.flags()).hasSameSizeAs(document.features()).allSatisfy(flag -> assertThat(flag.notes())
                .allMatch(HostileFeaturesDocumentTest::legible));
    }

    private static boolean legible(String text) {
        return PrintableText.singleLine(text, 2_100).equals(text);
    }

    @Provide
    static Arbitrary<EvaluationContext> contexts() {
        return DocumentMutator.contexts("a", "userId", "sessionId", "remoteAddress", "currentTime", "targetingKey");
    }
}
