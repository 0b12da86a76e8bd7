package dev.jackstaff.protocols.unleash.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.Reason;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.protocols.export.ExportedFlag;
import dev.jackstaff.protocols.export.Fidelity;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import dev.jackstaff.protocols.unleash.FeaturesDocumentWriter;
import dev.jackstaff.protocols.unleash.compiler.FeaturesDocumentCompiler;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** The agreement of Unleash's evaluation with the native one, for random flags whose export is exact. */
class UnleashExportPropertyTest {
    private static final int CONTEXTS = 40;

    /** An environment and a context. */
    record Sample(Snapshot environment, List<EvaluationContext> contexts) {}

    @Provide
    Arbitrary<Sample> asked() {
        return Arbitraries.randomValue(random -> {
            Snapshot environment = RandomEnvironments.environment(random);
            List<EvaluationContext> contexts = new ArrayList<>();
            for (int i = 0; i < CONTEXTS; i++) {
                contexts.add(RandomEnvironments.context(random));
            }
            return new Sample(environment, contexts);
        });
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void exactExportsAgree(@ForAll("asked") Sample asked) {
        UnleashExport export = UnleashExport.of(asked.environment());
        byte[] document = FeaturesDocumentWriter.write(export.document());
        FlagSet ours = SnapshotCompiler.compile(asked.environment());
        FlagSet theirs = FeaturesDocumentCompiler.compile(FeaturesDocumentReader.read(document));

        assertThat(FeaturesDocumentReader.read(document)).isEqualTo(export.document());
        assertThat(theirs.problems()).isEmpty();
        for (int i = 0; i < export.flags().size(); i++) {
            FlagDefinition flag = asked.environment().flags().get(i);
            ExportedFlag exported = export.flags().get(i);
            collect(flag, exported);
            assertThat(exported.fidelity() == Fidelity.EXACT
                            || !exported.notes().isEmpty())
                    .isTrue();
            for (EvaluationContext context : asked.contexts()) {
                Evaluation ourAnswer = ours.evaluate(flag.key(), context);
                Evaluation theirAnswer = theirs.evaluate(flag.key(), context);
                check(flag, exported, ourAnswer, theirAnswer);
            }
        }
        checkStatistics();
    }

    private static void check(FlagDefinition flag, ExportedFlag exported, Evaluation ours, Evaluation theirs) {
        if (exported.fidelity() == Fidelity.EXACT) {
            assertThat(said(flag, theirs)).as("%s", flag).isEqualTo(said(flag, ours));
            Statistics.label("an exact flag is on").collect(ours.enabled());
        } else if (exported.fidelity() == Fidelity.LEFT_OUT) {
            assertThat(ours.reason()).isEqualTo(Reason.ERROR);
            assertThat(theirs).isEqualTo(FlagSet.flagNotFound(flag.key()));
        } else {
            assertThat(theirs.reason()).isNotEqualTo(Reason.ERROR);
            Statistics.label("an approximated flag agrees")
                    .collect(said(flag, theirs).equals(said(flag, ours)));
        }
    }

    /** The evaluation that an Unleash client sees. */
    private static String said(FlagDefinition flag, Evaluation answer) {
        Variant variant = answer.variant();
        return !answer.enabled() || flag.type() == ValueType.BOOLEAN || variant == null
                ? "enabled: " + answer.enabled()
                : variant.key() + ": " + variant.value();
    }

    private static void collect(FlagDefinition flag, ExportedFlag exported) {
        Statistics.label("fidelity").collect(exported.fidelity());
        if (flag.enabled() && !flag.rules().isEmpty() && exported.fidelity() != Fidelity.LEFT_OUT) {
            Statistics.label("fidelity of flags with rules").collect(exported.fidelity());
        }
    }

    private static void checkStatistics() {
        Statistics.label("fidelity").coverage(coverage -> {
            coverage.check(Fidelity.EXACT).percentage(share -> share > 50);
            coverage.check(Fidelity.APPROXIMATED).percentage(share -> share > 5);
            coverage.check(Fidelity.LEFT_OUT).count(count -> count > 10);
        });
        Statistics.label("fidelity of flags with rules")
                .coverage(coverage -> coverage.check(Fidelity.EXACT).percentage(share -> share > 40));
        Statistics.label("an exact flag is on").coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 15);
            coverage.check(false).percentage(share -> share > 15);
        });
        Statistics.label("an approximated flag agrees")
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    }
}
