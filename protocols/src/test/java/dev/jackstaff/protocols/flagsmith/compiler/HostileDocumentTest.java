package dev.jackstaff.protocols.flagsmith.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Tampering;
import dev.jackstaff.engine.flag.Explanation;
import dev.jackstaff.engine.flag.Explanation.AskedCondition;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.DocumentException;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocument;
import dev.jackstaff.protocols.flagsmith.EnvironmentReader;
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

/** Environment documents that somebody has tampered with: each is refused with a message or works, and no exception escapes. */
class HostileDocumentTest {
    private static final String DOCUMENT = Tampering.resource("/every-flagsmith-feature.json");
    private static final Tampering ENVIRONMENT = new Tampering(DOCUMENT);

    @Example
    void theDocumentItselfIsSound() {
        FlagSet flags = EnvironmentCompiler.compile(EnvironmentReader.read(DOCUMENT.getBytes(StandardCharsets.UTF_8)));

        assertThat(flags.flags()).hasSize(3);
        assertThat(flags.problems()).isEmpty();
    }

    @Property(tries = 4_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherValuesIsRefusedOrWorks(
            @ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        survives(ENVIRONMENT.otherValues(random), context);

        Statistics.coverage(coverage -> coverage.check("refused").percentage(refused -> refused < 90));
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherWordsIsRefusedOrWorks(@ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        survives(ENVIRONMENT.otherWords(random), context);
    }

    @Property(tries = 2_000, edgeCases = EdgeCasesMode.NONE)
    void aDocumentWithOtherBytesIsRefusedOrWorks(@ForAll Random random, @ForAll("contexts") EvaluationContext context) {
        survives(ENVIRONMENT.otherBytes(random), context);
    }

    private static void survives(byte[] tampered, EvaluationContext context) {
        EnvironmentDocument document;
        try {
            document = EnvironmentReader.read(tampered);
            Statistics.collect("works");
        } catch (DocumentException refused) {
            Statistics.collect("refused");
            assertThat(refused).hasMessageNotContaining("\n");
            return;
        }
        FlagSet flags = EnvironmentCompiler.compile(document);
        for (Evaluation answer : flags.evaluateAll(context, true)) {
            Explanation explanation = flags.explain(answer.flagKey(), context);
            assertThat(explanation.answer()).isEqualTo(answer);
            assertThat(texts(explanation)).allMatch(HostileDocumentTest::fit);
            assertThat(fit(FlagsmithReason.of(answer))).isTrue();
        }
        assertThat(flags.problems()).allMatch(problem -> fit(problem.flag()) && fit(problem.sentence()));
    }

    /** What an explanation says besides its answer. */
    static List<String> texts(Explanation explanation) {
        List<String> texts = new ArrayList<>();
        explanation.placements().forEach(placement -> placed(placement, texts));
        for (Explanation.AskedRule rule : explanation.rules()) {
            texts.add(rule.name());
            AskedCondition condition = rule.condition();
            if (condition != null) {
                asked(condition, texts);
            }
        }
        return texts;
    }

    private static void asked(AskedCondition condition, List<String> texts) {
        if (condition instanceof AskedCondition.Group group) {
            texts.add(group.kind());
            group.parts().forEach(part -> asked(part, texts));
        } else if (condition instanceof AskedCondition.Compared compared) {
            texts.addAll(List.of(
                    compared.attribute(), compared.operator(), compared.operand(), String.valueOf(compared.value())));
        } else {
            placed(((AskedCondition.Share) condition).placement(), texts);
        }
    }

    private static void placed(Explanation.Placement placement, List<String> texts) {
        texts.add(placement.stickiness());
        texts.add(String.valueOf(placement.identifier()));
    }

    /** Whether a text is fit for a line of a log. */
    static boolean fit(String text) {
        return text.length() < 2_200
                && text.codePoints()
                        .noneMatch(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || Character.getType(point) == Character.SURROGATE);
    }

    @Provide
    static Arbitrary<EvaluationContext> contexts() {
        return Tampering.contexts("a", "targetingKey", "$.identity.identifier");
    }
}
