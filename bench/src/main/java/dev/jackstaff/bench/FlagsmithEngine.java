package dev.jackstaff.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.flagsmith.FlagsmithClient;
import com.flagsmith.MapperFactory;
import com.flagsmith.config.FlagsmithConfig;
import com.flagsmith.exceptions.FlagsmithClientError;
import com.flagsmith.flagengine.environments.EnvironmentModel;
import com.flagsmith.models.Flags;
import dev.jackstaff.bench.Workload.ConstraintSpec;
import dev.jackstaff.bench.Workload.FlagSpec;
import dev.jackstaff.bench.Workload.RuleSpec;
import dev.jackstaff.bench.Workload.Subject;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Flagsmith's Java client in offline mode. It always evaluates the whole environment for an identity. */
final class FlagsmithEngine implements FlagEngine {
    private final FlagsmithClient client;
    private final List<Map<String, Object>> traits;

    private FlagsmithEngine(FlagsmithClient client) {
        this.client = client;
        this.traits = Workload.SUBJECTS.stream().map(FlagsmithEngine::traits).toList();
    }

    static FlagsmithEngine of(List<FlagSpec> flags) {
        EnvironmentModel environment = environment(flags);
        return new FlagsmithEngine(FlagsmithClient.newBuilder()
                .withConfiguration(FlagsmithConfig.newBuilder()
                        .withOfflineMode(true)
                        .withOfflineHandler(() -> environment)
                        .build())
                .build());
    }

    @Override
    public boolean isEnabled(String key, int subject) {
        try {
            return flags(subject).isFeatureEnabled(key);
        } catch (FlagsmithClientError failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public Object evaluateAll(int subject) {
        return flags(subject);
    }

    private Flags flags(int subject) {
        try {
            return client.getIdentityFlags(Workload.SUBJECTS.get(subject).id(), traits.get(subject));
        } catch (FlagsmithClientError failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Map<String, Object> traits(Subject subject) {
        return Map.of("country", subject.country(), "plan", subject.plan(), "age", subject.age());
    }

    private static EnvironmentModel environment(List<FlagSpec> flags) {
        Map<String, ?> project = Map.of(
                "id",
                1,
                "name",
                "bench",
                "hide_disabled_flags",
                false,
                "organisation",
                Map.of("id", 1, "name", "bench"),
                "segments",
                flags.stream().flatMap(FlagsmithEngine::segments).toList());
        String document = JsonDocument.write(Map.of(
                "id",
                1,
                "api_key",
                "bench",
                "project",
                project,
                "feature_states",
                flags.stream().map(flag -> state(flag, flag.rule() == null)).toList()));
        try {
            return MapperFactory.getMapper().readValue(document, EnvironmentModel.class);
        } catch (JsonProcessingException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static Map<String, ?> state(FlagSpec flag, boolean enabled) {
        return Map.of(
                "feature", Map.of("id", flag.id(), "name", flag.key(), "type", "STANDARD"),
                "enabled", enabled,
                "featurestate_uuid", new UUID(flag.id(), enabled ? 1 : 0).toString(),
                "multivariate_feature_state_values", List.of());
    }

    /** The segment for a flag's rule, with an override of this flag only; none without a rule. */
    private static Stream<Map<String, ?>> segments(FlagSpec flag) {
        RuleSpec rule = flag.rule();
        if (rule == null) {
            return Stream.empty();
        }
        List<Map<String, ?>> conditions = new ArrayList<>();
        rule.constraints().forEach(constraint -> conditions.add(condition(constraint)));
        conditions.add(condition("PERCENTAGE_SPLIT", "", Integer.toString(rule.percent())));
        Map<String, ?> inner = Map.of("type", "ALL", "rules", List.of(), "conditions", conditions);
        return Stream.of(Map.of(
                "id", flag.id(),
                "name", flag.key(),
                "rules", List.of(Map.of("type", "ALL", "rules", List.of(inner), "conditions", List.of())),
                "feature_states", List.of(state(flag, true))));
    }

    private static Map<String, ?> condition(ConstraintSpec constraint) {
        return switch (constraint.comparison()) {
            case ONE_OF -> condition("IN", constraint.attribute(), String.join(",", constraint.values()));
            case AT_LEAST ->
                condition(
                        "GREATER_THAN_INCLUSIVE",
                        constraint.attribute(),
                        constraint.values().get(0));
        };
    }

    private static Map<String, ?> condition(String operator, String property, String value) {
        return Map.of("operator", operator, "property_", property, "value", value);
    }
}
