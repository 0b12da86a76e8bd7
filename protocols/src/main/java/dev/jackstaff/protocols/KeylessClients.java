package dev.jackstaff.protocols;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * What a request without a key opens, in the protocols whose own clients send none: nothing, unless whoever runs the host says
 * so. A key that opens nothing is never replaced.
 */
@ApplicationScoped
public class KeylessClients {
    private final @Nullable String key;
    private final @Nullable String environment;

    public KeylessClients() {
        this(EdgeSettings.configured());
    }

    private KeylessClients(EdgeSettings settings) {
        this(
                settings.text(EdgeSetting.KEYLESS_KEY).orElse(null),
                settings.text(EdgeSetting.KEYLESS_ENVIRONMENT).orElse(null));
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
}
