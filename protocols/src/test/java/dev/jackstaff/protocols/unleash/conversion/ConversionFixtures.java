package dev.jackstaff.protocols.unleash.conversion;

import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.feature;
import static dev.jackstaff.protocols.unleash.UnleashDocumentFixtures.features;

import dev.jackstaff.engine.Evaluation;
import dev.jackstaff.engine.EvaluationContext;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.SnapshotCompiler;
import dev.jackstaff.protocols.unleash.FeaturesDocumentReader;
import java.util.List;

/** Converted documents and the evaluations of their flags. */
final class ConversionFixtures {
    private ConversionFixtures() {}

    static UnleashConversion converted(String... features) {
        return UnleashConversion.of(FeaturesDocumentReader.read(features(features)));
    }

    /** The converted form of a document's only flag, or of the flag {@code f} in it. */
    static ConvertedFlag flag(UnleashConversion form) {
        return form.flags().stream()
                .filter(flag -> flag.key().equals("f"))
                .findFirst()
                .orElseThrow();
    }

    static ConvertedFlag flag(String... members) {
        return flag(converted(feature(members)));
    }

    static FlagDefinition definition(ConvertedFlag flag) {
        return flag.definition().orElseThrow();
    }

    /** The first rule. */
    static RuleDefinition rule(ConvertedFlag flag) {
        return definition(flag).rules().get(0);
    }

    static FlagSet compiled(UnleashConversion form) {
        return SnapshotCompiler.compile(
                form.flags().stream()
                        .flatMap(flag -> flag.definition().stream())
                        .toList(),
                form.segments().stream()
                        .flatMap(segment -> segment.definition().stream())
                        .toList());
    }

    static FlagSet compiled(String... members) {
        return compiled(converted(feature(members)));
    }

    /** A context of alternating names and values. */
    static EvaluationContext context(String... attributes) {
        EvaluationContext.Builder context = EvaluationContext.builder();
        for (int i = 0; i < attributes.length; i += 2) {
            context.attribute(attributes[i], attributes[i + 1]);
        }
        return context.build();
    }

    /** The variant that the flag {@code f} serves; {@code none} if the client's default applies. */
    static String served(FlagSet flags, String... attributes) {
        return served(flags.evaluate("f", context(attributes)));
    }

    static String served(Evaluation evaluation) {
        var variant = evaluation.variant();
        return variant == null ? "none" : variant.key();
    }

    static List<String> ruleNames(ConvertedFlag flag) {
        return definition(flag).rules().stream().map(RuleDefinition::name).toList();
    }
}
