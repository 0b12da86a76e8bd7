package dev.jackstaff.protocols.flagsmith.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.DocumentMutator;
import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.Explanation;
import dev.jackstaff.engine.flag.Explanation.ConditionResult;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Mutated environment documents: each is refused with a message or compiles, and no other exception escapes. */
class HostileEnvironmentDocumentTest {
    private static final String DOCUMENT = DocumentMutator.resource("/every-flagsmith-feature.json");
    private static final DocumentMutator ENVIRONMENT = new DocumentMutator(DOCUMENT);

    @Example
    void theDocumentItselfIsSound() {
        FlagSet flags = EnvironmentDocumentCompiler.compile(
                EnvironmentDocumentReader.read(DOCUMENT.getBytes(StandardCharsets.UTF_8)));

        assertThat(flags.flags()).hasSize(3);
        assertThat(flags.problems()).isEmpty();
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherValuesIsRefusedOrWorks(
            @ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        survives(ENVIRONMENT.mutateValues(random), context);

        Statistics.coverage(coverage -> coverage.check("refused").percentage(refused -> refused < 90));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherWordsIsRefusedOrWorks(@ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        survives(ENVIRONMENT.mutateTokens(random), context);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherBytesIsRefusedOrWorks(@ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        survives(ENVIRONMENT.mutateBytes(random), context);
    }

    private static void survives(byte[] tampered, EvaluationContext context) {
        EnvironmentDocument document;
        try {
            document = EnvironmentDocumentReader.read(tampered);
            Statistics.collect("works");
        } catch (DocumentException refused) {
            Statistics.collect("refused");
            assertThat(refused).hasMessageNotContaining("\n");
            return;
        }
        FlagSet flags = EnvironmentDocumentCompiler.compile(document);
        for (Evaluation answer : flags.evaluateAll(context)) {
            Explanation explanation = flags.explain(answer.flagKey(), context);
            assertThat(explanation.evaluation()).isEqualTo(answer);
            assertThat(texts(explanation)).allMatch(HostileEnvironmentDocumentTest::fit);
            assertThat(fit(FlagsmithReason.of(answer))).isTrue();
        }
        assertThat(flags.problems()).allMatch(problem -> fit(problem.flag()) && fit(problem.message()));
    }

    /** The texts of an explanation besides its evaluation. */
    static List<String> texts(Explanation explanation) {
        List<String> texts = new ArrayList<>();
        explanation.assignments().forEach(placement -> placed(placement, texts));
        for (Explanation.RuleResult rule : explanation.rules()) {
            texts.add(rule.name());
            ConditionResult condition = rule.condition();
            if (condition != null) {
                asked(condition, texts);
            }
        }
        return texts;
    }

    private static void asked(ConditionResult condition, List<String> texts) {
        if (condition instanceof ConditionResult.GroupResult group) {
            texts.add(group.kind());
            group.parts().forEach(part -> asked(part, texts));
        } else if (condition instanceof ConditionResult.ComparisonResult compared) {
            texts.addAll(List.of(
                    compared.attribute(), compared.operator(), compared.operand(), String.valueOf(compared.value())));
        } else {
            placed(((ConditionResult.PercentageResult) condition).assignment(), texts);
        }
    }

    private static void placed(Explanation.BucketAssignment placement, List<String> texts) {
        texts.add(placement.stickiness());
        texts.add(String.valueOf(placement.identifier()));
    }

    /** Whether a text can be a line of a log. */
    static boolean fit(String text) {
        return text.length() < 2_200
                && text.codePoints()
                        .noneMatch(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || Character.getType(point) == Character.SURROGATE);
    }

    @Provide
    static Arbitrary<EvaluationContext> contexts() {
        return DocumentMutator.contexts("a", "targetingKey", "$.identity.identifier");
    }
}
