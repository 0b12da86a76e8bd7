package dev.jackstaff.protocols.unleash.compiler;

import dev.jackstaff.engine.flag.CompilationProblem;
import dev.jackstaff.engine.flag.EvaluationCost;
import dev.jackstaff.engine.flag.Flag;
import dev.jackstaff.engine.flag.FlagSet;
import dev.jackstaff.engine.flag.Prerequisite;
import dev.jackstaff.protocols.unleash.FeaturesDocument;
import dev.jackstaff.protocols.unleash.UnleashFeature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A compiler of Unleash features documents to a {@link FlagSet}, by the rules of the client specification 6.1. A
 * strategy that cannot be evaluated (an unknown operator, a missing segment, an invalid operand, a custom strategy) is
 * never true, and reported; the feature's other strategies are not affected.
 *
 * <p>A feature without variants serves variant {@code on} or {@code off} and a boolean. A feature with variants serves
 * one of them while it is on, and no variant while it is off, so that the client's own default applies.
 */
public final class FeaturesDocumentCompiler {
    private final Map<String, UnleashFeature> features = new HashMap<>();
    private final Map<String, FeatureEvaluations> answers = new HashMap<>();
    private final CompiledUnleashSegments segments;
    private final EvaluationCost cost = new EvaluationCost();
    private final List<CompilationProblem> problems = new ArrayList<>();
    private final Map<String, Flag> parents = new HashMap<>();

    private FeaturesDocumentCompiler(FeaturesDocument document) {
        document.features().forEach(feature -> features.put(feature.name(), feature));
        segments = CompiledUnleashSegments.of(document.segments());
    }

    /** The compiled features of a document, in its order. */
    public static FlagSet compile(FeaturesDocument document) {
        FeaturesDocumentCompiler compiler = new FeaturesDocumentCompiler(document);
        List<Flag> flags = document.features().stream().map(compiler::flag).toList();
        return new FlagSet(flags, compiler.problems);
    }

    private Flag flag(UnleashFeature feature) {
        return feature.dependencies().isEmpty() ? parent(feature) : child(feature);
    }

    /** A feature without dependencies as a flag: only such a feature can be a parent. */
    private Flag parent(UnleashFeature feature) {
        Flag known = parents.get(feature.name());
        if (known == null) {
            known = compilerOf(feature).compile(List.of());
            parents.put(feature.name(), known);
        }
        return known;
    }

    private Flag child(UnleashFeature feature) {
        FeatureCompiler compiler = compilerOf(feature);
        if (!feature.enabled()) {
            return compiler.off();
        }
        DependencyCompiler dependencies = new DependencyCompiler(answersOf(feature), this::parentNamed, problems);
        Optional<List<Prerequisite>> prerequisites = dependencies.compile();
        return prerequisites.map(compiler::compile).orElseGet(compiler::off);
    }

    private FeatureCompiler compilerOf(UnleashFeature feature) {
        return new FeatureCompiler(answersOf(feature), segments, cost, problems);
    }

    /** The evaluations of a feature, made once however many children need them. */
    private FeatureEvaluations answersOf(UnleashFeature feature) {
        return answers.computeIfAbsent(feature.name(), unknown -> new FeatureEvaluations(feature));
    }

    private Optional<DependencyCompiler.Parent> parentNamed(String name) {
        return Optional.ofNullable(features.get(name))
                .map(feature -> feature.dependencies().isEmpty()
                        ? new DependencyCompiler.Parent(answersOf(feature), parent(feature))
                        : new DependencyCompiler.Parent(answersOf(feature), null));
    }
}
