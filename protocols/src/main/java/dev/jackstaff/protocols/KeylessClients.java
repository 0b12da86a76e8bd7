package dev.jackstaff.protocols;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * What a request without a key opens, in the protocols whose own clients send none: nothing, unless whoever runs the host says
 * so. A key that opens nothing is never replaced.
 */
@ApplicationScoped
public class KeylessClients {
    /** The key of requests that present none. */
    public static final String KEY = "jackstaff.edge.keyless.key";

    /** The environment, {@code project/environment}, that requests without a key see as a client key would. */
    public static final String ENVIRONMENT = "jackstaff.edge.keyless.environment";

    /** FluxGate's own name for the key that its edge uses where a request has none. */
    private static final String FLUXGATE_KEY = "EDGE_CLIENT_SECRET";

    private final @Nullable String key;
    private final @Nullable String environment;

    public KeylessClients() {
        this(ConfigProvider.getConfig());
    }

    private KeylessClients(Config config) {
        this(
                value(config, KEY).or(() -> value(config, FLUXGATE_KEY)).orElse(null),
                value(config, ENVIRONMENT).orElse(null));
    }

    private KeylessClients(@Nullable String key, @Nullable String environment) {
        this.key = key;
        this.environment = environment;
    }

    /** A request without a key opens nothing. */
    public static KeylessClients refused() {
        return new KeylessClients(null, null);
    }

    public static KeylessClients withKey(String key) {
        return new KeylessClients(key, null);
    }

    public static KeylessClients seeing(String environment) {
        return new KeylessClients(null, environment);
    }

    /**
     * What a request opens.
     *
     * @param presented the request's key; null where it has none
     */
    public Access access(Environments environments, @Nullable String presented) {
        return presented == null && key == null && environment != null
                ? environments.open(environment)
                : environments.access(presented == null ? key : presented);
    }

    private static Optional<String> value(Config config, String name) {
        return config.getOptionalValue(name, String.class).map(String::strip).filter(text -> !text.isEmpty());
    }
}
