package dev.jackstaff.protocols.flagsmith.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.Variant;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.protocols.export.ExportedFlag;
import dev.jackstaff.protocols.export.Fidelity;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentReader;
import dev.jackstaff.protocols.flagsmith.EnvironmentDocumentWriter;
import dev.jackstaff.protocols.flagsmith.compiler.EnvironmentDocumentCompiler;
import dev.jackstaff.protocols.flagsmith.compiler.FlagsmithBucketing;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/**
 * The agreement of Flagsmith's evaluation with the native one, for random flags whose export is exact, and with the
 * native one under Flagsmith's hash, for those whose export differs only in whom percentages choose.
 */
class FlagsmithExportPropertyTest {
    private static final int CONTEXTS = 30;

    /** An environment and a context. */
    record Sample(Snapshot environment, List<EvaluationContext> contexts) {}

    @Provide
    Arbitrary<Sample> asked() {
        return Arbitraries.randomValue(random -> {
            RandomSnapshots flags = new RandomSnapshots(random);
            Snapshot environment = flags.snapshot();
            List<EvaluationContext> contexts = new ArrayList<>();
            for (int i = 0; i < CONTEXTS; i++) {
                contexts.add(flags.context());
            }
            return new Sample(environment, contexts);
        });
    }

    @Property(tries = 2_000, shrinking = ShrinkingMode.OFF)
    void exactExportsAgree(@ForAll("asked") Sample asked) {
        FlagsmithExport export = FlagsmithExport.of(asked.environment(), "key");
        byte[] document = EnvironmentDocumentWriter.write(export.document());
        FlagSet ours = SnapshotCompiler.compile(asked.environment());
        FlagSet rebucketed = FlagsmithBucketing.rebucket(asked.environment(), ours, "key");
        FlagSet theirs = EnvironmentDocumentCompiler.compile(EnvironmentDocumentReader.read(document));

        assertThat(EnvironmentDocumentReader.read(document)).isEqualTo(export.document());
        assertThat(theirs.problems()).isEmpty();
        for (int i = 0; i < export.flags().size(); i++) {
            FlagDefinition flag = asked.environment().flags().get(i);
            ExportedFlag exported = export.flags().get(i);
            assertThat(exported.key()).isEqualTo(flag.key());
            assertThat(exported.notes().isEmpty()).isEqualTo(exported.fidelity() == Fidelity.EXACT);
            Statistics.label("fidelity").collect(exported.fidelity());
            if (flag.enabled() && !flag.rules().isEmpty()) {
                Statistics.label("fidelity of flags with rules").collect(exported.fidelity());
            }
            boolean searched = searched(export, flag.key());
            for (EvaluationContext context : asked.contexts()) {
                if (!(searched && knowsMuch(context))) {
                    Evaluation exportedAnswer = theirs.evaluate(flag.key(), context);
                    check(flag, exported, ours.evaluate(flag.key(), context), exportedAnswer);
                    if (differsByHashAlone(exported)) {
                        checkSame(flag, rebucketed.evaluate(flag.key(), context), exportedAnswer);
                    }
                }
            }
        }
        checkStatistics();
    }

    /**
     * Whether the exported flag uses patterns, which this Flagsmith evaluation never finds in long texts, while Flagsmith's
     * SDKs and the native evaluation do.
     */
    private static boolean searched(FlagsmithExport export, String flag) {
        return export.document().project().segments().stream()
                .filter(segment -> segment.name().startsWith(flag + ":"))
                .anyMatch(segment -> segment.rules().toString().contains("REGEX"));
    }

    private static boolean knowsMuch(EvaluationContext context) {
        return RandomSnapshots.ATTRIBUTES.stream()
                .anyMatch(attribute -> String.valueOf(context.text(attribute)).endsWith(RandomSnapshots.MUCH_MORE));
    }

    /** Whether nothing but percentages differs. */
    private static boolean differsByHashAlone(ExportedFlag exported) {
        return exported.fidelity() == Fidelity.APPROXIMATED
                && exported.notes().stream()
                        .allMatch(note -> note.contains("Flagsmith's hash") || note.startsWith("The same subjects"));
    }

    private static void checkSame(FlagDefinition flag, Evaluation ours, Evaluation theirs) {
        assertThat(said(flag, theirs)).as("%s", flag).isEqualTo(said(flag, ours));
        Statistics.label("a percentage decides for on").collect(ours.enabled());
    }

    private static void check(FlagDefinition flag, ExportedFlag exported, Evaluation ours, Evaluation theirs) {
        if (exported.fidelity() == Fidelity.EXACT) {
            assertThat(said(flag, theirs)).as("%s", flag).isEqualTo(said(flag, ours));
            Statistics.label("an exact flag is on").collect(ours.enabled());
        } else if (exported.fidelity() == Fidelity.LEFT_OUT) {
            assertThat(theirs).isEqualTo(FlagSet.flagNotFound(flag.key()));
        } else {
            Statistics.label("an approximated flag agrees")
                    .collect(said(flag, theirs).equals(said(flag, ours)));
        }
    }

    /** The value that a Flagsmith client sees: the text of a value that is no string or integer. */
    private static String said(FlagDefinition flag, Evaluation answer) {
        Variant variant = answer.variant();
        if (flag.type() == ValueType.BOOLEAN || variant == null || Variant.NO_PAYLOAD.equals(variant.payloadType())) {
            return "enabled: " + answer.enabled();
        }
        return "enabled: " + answer.enabled() + ", " + variant.value().text();
    }

    private static void checkStatistics() {
        Statistics.label("fidelity").coverage(coverage -> {
            coverage.check(Fidelity.EXACT).percentage(share -> share > 40);
            coverage.check(Fidelity.APPROXIMATED).percentage(share -> share > 10);
        });
        Statistics.label("fidelity of flags with rules")
                .coverage(coverage -> coverage.check(Fidelity.EXACT).percentage(share -> share > 25));
        Statistics.label("an exact flag is on").coverage(coverage -> {
            coverage.check(true).percentage(share -> share > 15);
            coverage.check(false).percentage(share -> share > 15);
        });
        Statistics.label("a percentage decides for on").coverage(coverage -> {
            coverage.check(true).count(count -> count > 1_000);
            coverage.check(false).count(count -> count > 1_000);
        });
        Statistics.label("an approximated flag agrees")
                .coverage(coverage -> coverage.check(true).percentage(share -> share > 50));
    }
}
