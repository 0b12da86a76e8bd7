package dev.jackstaff.bench;

import dev.jackstaff.bench.Workload.ConstraintSpec;
import dev.jackstaff.bench.Workload.FlagSpec;
import dev.jackstaff.bench.Workload.RuleSpec;
import dev.jackstaff.bench.Workload.Subject;
import dev.openfeature.contrib.providers.flagd.Config;
import dev.openfeature.contrib.providers.flagd.FlagdOptions;
import dev.openfeature.contrib.providers.flagd.FlagdProvider;
import dev.openfeature.sdk.EvaluationContext;
import dev.openfeature.sdk.ImmutableContext;
import dev.openfeature.sdk.ProviderEvaluation;
import dev.openfeature.sdk.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * flagd's in-process provider on a file, called without OpenFeature's client and hooks. It has no bulk evaluation, so
 * flags are evaluated one by one.
 */
final class FlagdEngine implements FlagEngine {
    private final FlagdProvider provider;
    private final List<String> keys;
    private final EvaluationContext[] contexts;

    private FlagdEngine(FlagdProvider provider, List<String> keys) {
        this.provider = provider;
        this.keys = keys;
        this.contexts = Workload.SUBJECTS.stream().map(FlagdEngine::context).toArray(EvaluationContext[]::new);
    }

    static FlagdEngine of(List<FlagSpec> flags) {
        FlagdProvider provider = new FlagdProvider(FlagdOptions.builder()
                .resolverType(Config.Resolver.FILE)
                .offlineFlagSourcePath(file(flags).toString())
                .build());
        try {
            provider.initialize(new ImmutableContext());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
        return new FlagdEngine(provider, flags.stream().map(FlagSpec::key).toList());
    }

    @Override
    public boolean isEnabled(String key, int subject) {
        return answer(key, contexts[subject]).getValue();
    }

    @Override
    public Object evaluateAll(int subject) {
        List<ProviderEvaluation<Boolean>> answers = new ArrayList<>(keys.size());
        for (String key : keys) {
            answers.add(answer(key, contexts[subject]));
        }
        return answers;
    }

    private ProviderEvaluation<Boolean> answer(String key, EvaluationContext context) {
        return provider.getBooleanEvaluation(key, false, context);
    }

    private static EvaluationContext context(Subject subject) {
        return new ImmutableContext(
                subject.id(),
                Map.of(
                        "country", new Value(subject.country()),
                        "plan", new Value(subject.plan()),
                        "age", new Value(subject.age())));
    }

    private static Path file(List<FlagSpec> flags) {
        String document = JsonDocument.write(
                Map.of("flags", flags.stream().collect(Collectors.toMap(FlagSpec::key, FlagdEngine::flag))));
        try {
            Path file = Files.createTempFile("bench-flagd", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, document);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Map<String, ?> flag(FlagSpec flag) {
        RuleSpec rule = flag.rule();
        return Map.of(
                "state",
                "ENABLED",
                "variants",
                Map.of("on", true, "off", false),
                "defaultVariant",
                rule == null ? "on" : "off",
                "targeting",
                rule == null ? Map.of() : targeting(rule));
    }

    private static Map<String, ?> targeting(RuleSpec rule) {
        Map<String, ?> rollout =
                Map.of("fractional", List.of(List.of("on", rule.percent()), List.of("off", 100 - rule.percent())));
        List<Map<String, ?>> constraints = rule.constraints().stream()
                .<Map<String, ?>>map(FlagdEngine::constraint)
                .toList();
        return Map.of(
                "if", Stream.of(Map.of("and", constraints), rollout, "off").toList());
    }

    private static Map<String, ?> constraint(ConstraintSpec constraint) {
        Map<String, ?> attribute = Map.of("var", constraint.attribute());
        return switch (constraint.comparison()) {
            case ONE_OF -> Map.of("in", List.of(attribute, constraint.values()));
            case AT_LEAST ->
                Map.of(
                        ">=",
                        List.of(attribute, Integer.parseInt(constraint.values().get(0))));
        };
    }
}
