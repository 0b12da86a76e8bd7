package dev.jackstaff.bench;

import dev.jackstaff.bench.Workload.ConstraintSpec;
import dev.jackstaff.bench.Workload.FlagSpec;
import dev.jackstaff.bench.Workload.RuleSpec;
import dev.jackstaff.bench.Workload.Subject;
import io.getunleash.DefaultUnleash;
import io.getunleash.Unleash;
import io.getunleash.UnleashContext;
import io.getunleash.event.ClientFeaturesResponse;
import io.getunleash.util.UnleashConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Unleash's Java client, which evaluates in its native library. It fetches once, from memory, and sends nothing. */
final class UnleashEngine implements FlagEngine {
    private final Unleash unleash;
    private final UnleashContext[] contexts;

    private UnleashEngine(Unleash unleash) {
        this.unleash = unleash;
        this.contexts = Workload.SUBJECTS.stream().map(UnleashEngine::context).toArray(UnleashContext[]::new);
    }

    static UnleashEngine of(List<FlagSpec> flags) {
        String document = JsonDocument.write(Map.of(
                "version",
                2,
                "features",
                flags.stream().map(UnleashEngine::feature).toList()));
        UnleashConfig config = UnleashConfig.builder()
                .appName("bench")
                .instanceId("bench-" + flags.get(0).key())
                .unleashAPI("http://localhost/unused")
                .apiKey("unused")
                .unleashFeatureFetcherFactory(unused -> () -> ClientFeaturesResponse.updated(document))
                .backupFile(backup().toString())
                .synchronousFetchOnInitialisation(true)
                .disablePolling()
                .disableMetrics()
                .build();
        return new UnleashEngine(new DefaultUnleash(config));
    }

    @Override
    public boolean isEnabled(String key, int subject) {
        return unleash.isEnabled(key, contexts[subject]);
    }

    @Override
    public Object evaluateAll(int subject) {
        return unleash.more().evaluateAllToggles(contexts[subject]);
    }

    private static Path backup() {
        try {
            Path directory = Files.createTempDirectory("bench-unleash");
            directory.toFile().deleteOnExit();
            Path backup = directory.resolve("features.json");
            backup.toFile().deleteOnExit();
            return backup;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static UnleashContext context(Subject subject) {
        return UnleashContext.builder()
                .userId(subject.id())
                .addProperty("country", subject.country())
                .addProperty("plan", subject.plan())
                .addProperty("age", Integer.toString(subject.age()))
                .build();
    }

    private static Map<String, ?> feature(FlagSpec flag) {
        RuleSpec rule = flag.rule();
        return Map.of(
                "name",
                flag.key(),
                "type",
                "release",
                "project",
                "default",
                "enabled",
                true,
                "variants",
                List.of(),
                "strategies",
                rule == null ? List.of() : List.of(strategy(flag.key(), rule)));
    }

    private static Map<String, ?> strategy(String key, RuleSpec rule) {
        return Map.of(
                "name", "flexibleRollout",
                "constraints",
                        rule.constraints().stream()
                                .map(UnleashEngine::constraint)
                                .toList(),
                "parameters",
                        Map.of("groupId", key, "rollout", Integer.toString(rule.percent()), "stickiness", "default"));
    }

    private static Map<String, ?> constraint(ConstraintSpec constraint) {
        return switch (constraint.comparison()) {
            case ONE_OF ->
                Map.of("contextName", constraint.attribute(), "operator", "IN", "values", constraint.values());
            case AT_LEAST ->
                Map.of(
                        "contextName", constraint.attribute(),
                        "operator", "NUM_GTE",
                        "value", constraint.values().get(0));
        };
    }
}
