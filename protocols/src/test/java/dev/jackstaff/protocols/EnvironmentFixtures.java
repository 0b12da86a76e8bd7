package dev.jackstaff.protocols;

import dev.jackstaff.engine.JsonText;
import dev.jackstaff.engine.Sha256;
import dev.jackstaff.engine.Value;
import dev.jackstaff.engine.ValueType;
import dev.jackstaff.engine.snapshot.ConditionDefinition;
import dev.jackstaff.engine.snapshot.Credential;
import dev.jackstaff.engine.snapshot.FlagDefinition;
import dev.jackstaff.engine.snapshot.ForeignDocument;
import dev.jackstaff.engine.snapshot.Operator;
import dev.jackstaff.engine.snapshot.OutcomeDefinition;
import dev.jackstaff.engine.snapshot.RuleDefinition;
import dev.jackstaff.engine.snapshot.Snapshot;
import dev.jackstaff.engine.snapshot.VariantDefinition;
import dev.jackstaff.protocols.environment.Dialect;
import dev.jackstaff.protocols.environment.DialectCompiler;
import dev.jackstaff.protocols.environment.LiveEnvironments;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Readable builders of environments, flags and keys. */
public final class EnvironmentFixtures {
    public static final String ENVIRONMENT_ID = "8c5b3a52-7a1e-4d8e-9d5b-0d6c6f9e2a11";
    public static final String SERVER_KEY = "jks_server_of-the-test";
    public static final String CLIENT_KEY = "jks_client_of-the-test";
    public static final String EDGE_KEY = "jks_edge_of-the-test";
    public static final String EXPIRED_KEY = "jks_server_of-yesterday";

    private EnvironmentFixtures() {}

    public static Snapshot demoAt(long revision, FlagDefinition... flags) {
        return new Snapshot(
                "demo",
                "production",
                ENVIRONMENT_ID,
                revision,
                Instant.EPOCH,
                List.of(flags),
                List.of(),
                List.of(
                        key(SERVER_KEY, Credential.Kind.SERVER, null),
                        key(CLIENT_KEY, Credential.Kind.CLIENT, null),
                        key(EXPIRED_KEY, Credential.Kind.SERVER, Instant.EPOCH)));
    }

    /** An environment that no key opens. */
    public static Snapshot environment(String project, String environment, long revision, FlagDefinition... flags) {
        return environment(project, environment, revision, List.of(), flags);
    }

    /** An environment that the edge's key reaches. */
    public static Snapshot reachableByEdge(String project, String environment, long revision, FlagDefinition... flags) {
        List<Credential> edges = List.of(key(EDGE_KEY, Credential.Kind.EDGE, null));
        return environment(project, environment, revision, edges, flags);
    }

    /** An environment that the edge's key reaches, as it reaches every other of the installation. */
    public static Snapshot reachableByEdgeOfTheInstallation(String project, String environment, long revision) {
        Credential edge = new Credential(EDGE_KEY, Sha256.hex(EDGE_KEY), Credential.Kind.EDGE, null, true);
        return environment(project, environment, revision, List.of(edge));
    }

    private static Snapshot environment(
            String project, String environment, long revision, List<Credential> edges, FlagDefinition... flags) {
        return new Snapshot(
                project,
                environment,
                "id-of-" + project + "-" + environment,
                revision,
                Instant.EPOCH,
                List.of(flags),
                List.of(),
                List.of(),
                edges,
                null);
    }

    public static FlagDefinition serving(String flag, Value value) {
        return flag(flag, value, true, false, List.of());
    }

    public static FlagDefinition serverOnly(String flag) {
        return flag(flag, Value.of(true), true, true, List.of());
    }

    public static FlagDefinition off(String flag) {
        return flag(flag, Value.of(true), false, false, List.of());
    }

    public static FlagDefinition forSwedes(String flag) {
        ConditionDefinition inSweden = ConditionDefinition.Comparison.of("country", Operator.IN, "SE");
        return flag(
                flag,
                Value.of(true),
                true,
                false,
                List.of(RuleDefinition.of("Swedes", inSweden, new OutcomeDefinition.Serve("on"))));
    }

    public static FlagDefinition broken(String flag) {
        return flag(
                flag,
                Value.of(true),
                true,
                false,
                List.of(RuleDefinition.of("", ConditionDefinition.ALWAYS, new OutcomeDefinition.Serve("nothing"))));
    }

    /** Environments that compile documents of these dialects. */
    public static LiveEnvironments environmentsWith(Dialect... dialects) {
        return new LiveEnvironments(new DialectCompiler(List.of(dialects)));
    }

    /** A copy of the environment with a foreign document in place of flags. */
    public static Snapshot demoAt(long revision, String dialect, String document) {
        Snapshot demo = demoAt(revision);
        return new Snapshot(
                demo.project(),
                demo.environment(),
                demo.environmentId(),
                revision,
                demo.changedAt(),
                List.of(),
                List.of(),
                demo.credentials(),
                List.of(),
                new ForeignDocument(dialect, JsonText.parse(document)));
    }

    private static FlagDefinition flag(
            String key, Value value, boolean enabled, boolean serverOnly, List<RuleDefinition> rules) {
        ValueType type = value.type();
        OutcomeDefinition fallthrough =
                rules.isEmpty() ? new OutcomeDefinition.Serve("on") : new OutcomeDefinition.Off();
        return new FlagDefinition(
                key,
                type,
                enabled,
                serverOnly,
                List.of(new VariantDefinition("on", value)),
                null,
                fallthrough,
                List.of(),
                rules,
                FlagDefinition.NATIVE_BUCKETING);
    }

    private static Credential key(String key, Credential.Kind kind, @Nullable Instant expiresAt) {
        return new Credential(key, Sha256.hex(key), kind, expiresAt);
    }
}
